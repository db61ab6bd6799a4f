package fr.parchemin.results.survey;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.rules.Judgement;
import fr.parchemin.results.rules.RuleBook;
import fr.parchemin.results.survey.AnswerImportView.Effect;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file of answers: every row is checked before any is recorded, and unless the caller wants part of it, the file goes
 * in whole or not at all. An answer that differs from the one recorded is refused: a correction is made one by one.
 */
@ApplicationScoped
class ImportAnswers {

    private static final List<AnswerRule> RULES = List.of(new AnswerRule());
    private static final int FIRST_LINES = 10;
    private static final int LOOKED_UP_TOGETHER = 1_000;

    private final SurveyRepository surveys;
    private final RespondentRepository respondents;
    private final ReadSurveys read;
    private final RuleBook rules;
    private final AuditTrail audit;

    ImportAnswers(
            SurveyRepository surveys,
            RespondentRepository respondents,
            ReadSurveys read,
            RuleBook rules,
            AuditTrail audit) {
        this.surveys = surveys;
        this.respondents = respondents;
        this.read = read;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * Takes the file.
     *
     * @param partial record the good rows although others are refused
     * @param dryRun report only
     * @throws ProblemException 409 once the rates are frozen, 422 when rows are refused, unless it is a dry run or part of
     *     the file is wanted
     */
    @Transactional
    AnswerImportView take(UUID surveyId, byte[] bytes, boolean partial, boolean dryRun) {
        Survey survey = surveys.shared(surveyId).orElseThrow(() -> ProblemException.notFound("survey", surveyId));
        survey.requireRunning();
        List<AnswerFile.Line> lines = AnswerFile.read(bytes).lines();
        Map<UUID, Respondent> asked = asked(surveyId, lines);
        LocalDate today = read.today();
        Set<UUID> seen = new HashSet<>();
        List<AnswerImportView.Row> rows = lines.stream()
                .map(line -> row(line, find(asked, line), today, seen))
                .toList();
        AnswerImportView.Counts counts = AnswerImportView.Counts.of(rows);
        if (!dryRun && !partial && counts.refused() > 0) {
            throw refusal(rows, counts);
        }
        boolean record = !dryRun && counts.recorded() > 0;
        if (record) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).effect() == Effect.RECORDED) {
                    AnswerFile.Line line = lines.get(i);
                    Objects.requireNonNull(asked.get(line.respondentId()))
                            .answer(
                                    Objects.requireNonNull(line.situation()),
                                    line.answeredOn() == null ? today : line.answeredOn());
                }
            }
            audit.change("surveyAnswersImported", "survey", surveyId, null, Map.of("answers", counts.recorded()));
            Log.infof("survey %s: %d answers recorded, %d refused", surveyId, counts.recorded(), counts.refused());
        }
        return new AnswerImportView(dryRun, record, counts, rows);
    }

    private Map<UUID, Respondent> asked(UUID surveyId, List<AnswerFile.Line> lines) {
        // Always in the same order, so that two files wait for each other and never both.
        List<UUID> ids = lines.stream()
                .map(AnswerFile.Line::respondentId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        List<Respondent> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += LOOKED_UP_TOGETHER) {
            found.addAll(
                    respondents.held(surveyId, ids.subList(from, Math.min(ids.size(), from + LOOKED_UP_TOGETHER))));
        }
        return found.stream().collect(Collectors.toMap(Respondent::id, Function.identity()));
    }

    private static @Nullable Respondent find(Map<UUID, Respondent> asked, AnswerFile.Line line) {
        return line.respondentId() == null ? null : asked.get(line.respondentId());
    }

    private AnswerImportView.Row row(
            AnswerFile.Line line, @Nullable Respondent respondent, LocalDate today, Set<UUID> seen) {
        List<String> faults = new ArrayList<>(line.faults());
        UUID id = line.respondentId();
        Effect effect = Effect.RECORDED;
        if (id != null && !seen.add(id)) {
            faults.add("Another row of the file has the same respondentId.");
        } else if (id != null && respondent == null) {
            faults.add("respondentId: nobody who is asked in this survey.");
        } else if (respondent != null && line.situation() != null) {
            if (respondent.says(line.situation(), line.answeredOn())) {
                effect = Effect.UNCHANGED;
            } else if (respondent.situation() != null) {
                faults.add("Another answer is recorded: correct it with PUT /v1/surveys/{id}/answers/{respondentId}.");
            } else {
                Judgement judgement = rules.judge(
                        RULES,
                        new AnswerRule.Facts(
                                line.answeredOn() == null ? today : line.answeredOn(), respondent.dueOn(), today));
                judgement.broken().forEach(v -> faults.add(v.rule() + ": " + v.message()));
            }
        }
        return new AnswerImportView.Row(line.number(), id, faults.isEmpty() ? effect : Effect.REFUSED, faults);
    }

    private static ProblemException refusal(List<AnswerImportView.Row> rows, AnswerImportView.Counts counts) {
        Map<String, List<Integer>> causes = new LinkedHashMap<>();
        rows.forEach(r -> r.faults().forEach(fault -> causes.computeIfAbsent(fault, f -> new ArrayList<>())
                .add(r.line())));
        return new ProblemException(
                ProblemType.ROWS_REFUSED,
                "%d of %d rows are refused, so nothing is recorded. dryRun=true reports on every row; partial=true records the others."
                        .formatted(counts.refused(), counts.read()),
                causes.entrySet().stream()
                        .limit(FIRST_LINES)
                        .map(c -> Violation.ofField(lines(c.getValue()), c.getKey()))
                        .toList());
    }

    private static String lines(List<Integer> lines) {
        String first = lines.stream().limit(FIRST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        int more = lines.size() - FIRST_LINES;
        return "line " + first + (more > 0 ? " and " + more + " more" : "");
    }
}
