package fr.parchemin.session.candidateimport;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.candidate.DuplicatesView;
import fr.parchemin.session.candidate.FindLikelyDuplicates;
import fr.parchemin.session.candidate.RecordManyCandidates;
import fr.parchemin.session.candidate.RecordManyCandidates.Effect;
import fr.parchemin.session.candidate.RecordManyCandidates.Outcome;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a file of candidates: every row is checked before anything is recorded, and unless the caller wants part of it, the
 * file goes in whole or not at all. The same file twice changes nothing: rows are told apart by their reference. A candidate
 * who is absent from the file stays as it is.
 */
@ApplicationScoped
class ImportCandidates {

    private static final int FIRST_LINES = 10;

    private final ReadRow readRow;
    private final RecordManyCandidates candidates;
    private final FindLikelyDuplicates duplicates;
    private final TransactionSynchronizationRegistry transaction;
    private final Caller caller;

    ImportCandidates(
            ReadRow readRow,
            RecordManyCandidates candidates,
            FindLikelyDuplicates duplicates,
            TransactionSynchronizationRegistry transaction,
            Caller caller) {
        this.readRow = readRow;
        this.candidates = candidates;
        this.duplicates = duplicates;
        this.transaction = transaction;
        this.caller = caller;
    }

    /**
     * Takes the file.
     *
     * @param partial record the good rows although others are refused
     * @param dryRun report only
     * @throws ProblemException 422 when rows are refused, unless it is a dry run or part of the file is wanted
     */
    @Transactional
    ImportReportView take(byte[] bytes, boolean partial, boolean dryRun) {
        String siret = caller.siret()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "Your token names no organisation (claim siret): it can own no candidate."));
        CandidateFile file = CandidateFile.read(bytes);
        List<ReadRow.ReadLine> rows =
                refuseRepeated(file.lines().stream().map(readRow::read).toList());
        List<ReadRow.ReadLine> good =
                rows.stream().filter(r -> r.faults().isEmpty()).toList();
        RecordManyCandidates.Plan plan = candidates.compare(
                siret, good.stream().map(ReadRow.ReadLine::request).toList());
        Map<Integer, Outcome> outcomes = outcomes(good, plan);
        candidates.carryOut(plan);
        // Looked for among what is written now, so that two rows of one file find each other too.
        Map<UUID, DuplicatesView> likely = duplicates.shown(written(outcomes));
        List<ImportReportView.Row> report =
                rows.stream().map(r -> row(r, outcomes, likely, dryRun)).toList();
        List<ImportReportView.Cause> causes = causes(report);
        boolean whole = causes.isEmpty();
        if (dryRun) {
            transaction.setRollbackOnly();
        } else if (!whole && !partial) {
            throw refusal(report, causes);
        }
        ImportReportView.Counts counts = counts(report);
        Log.infof(
                "file of %d candidates: %d created, %d changed, %d refused, recorded: %s",
                counts.read(), counts.created(), counts.changed(), counts.refused(), !dryRun);
        return new ImportReportView(
                Template.VERSION,
                file.encoding(),
                String.valueOf(file.separator()),
                dryRun,
                !dryRun,
                counts,
                causes,
                report);
    }

    /** Of rows with one reference none can be believed but the first. */
    private static List<ReadRow.ReadLine> refuseRepeated(List<ReadRow.ReadLine> rows) {
        Map<String, Integer> firstLines = new HashMap<>();
        List<ReadRow.ReadLine> checked = new ArrayList<>();
        for (ReadRow.ReadLine row : rows) {
            String ref = row.request().externalRef();
            Integer first =
                    ref == null ? null : firstLines.putIfAbsent(ref, row.line().number());
            if (first == null) {
                checked.add(row);
            } else {
                List<RowFault> faults = new ArrayList<>(row.faults());
                faults.add(new RowFault(Column.EXTERNAL_REF, null, "Another line of the file has the same reference."));
                checked.add(new ReadRow.ReadLine(row.line(), row.request(), faults));
            }
        }
        return checked;
    }

    private static Map<Integer, Outcome> outcomes(List<ReadRow.ReadLine> good, RecordManyCandidates.Plan plan) {
        List<Outcome> inOrder = plan.outcomes();
        Map<Integer, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < good.size(); i++) {
            outcomes.put(good.get(i).line().number(), inOrder.get(i));
        }
        return outcomes;
    }

    private static Set<UUID> written(Map<Integer, Outcome> outcomes) {
        Set<UUID> ids = new HashSet<>();
        outcomes.values().forEach(o -> {
            if (o.candidateId() != null && o.effect() != Effect.REFUSED) {
                ids.add(o.candidateId());
            }
        });
        return ids;
    }

    private static ImportReportView.Row row(
            ReadRow.ReadLine row, Map<Integer, Outcome> outcomes, Map<UUID, DuplicatesView> likely, boolean dryRun) {
        int line = row.line().number();
        String ref = row.request().externalRef();
        Outcome outcome = outcomes.get(line);
        if (outcome == null) {
            return new ImportReportView.Row(line, ref, Effect.REFUSED, null, List.of(), row.faults(), null);
        }
        if (outcome.effect() == Effect.REFUSED) {
            List<RowFault> faults = outcome.refusals().stream()
                    .map(f -> new RowFault(Column.BIRTH_NAME, f.rule(), f.message()))
                    .toList();
            return new ImportReportView.Row(line, ref, Effect.REFUSED, outcome.candidateId(), List.of(), faults, null);
        }
        UUID id = outcome.candidateId();
        DuplicatesView duplicates = id == null ? null : likely.get(id);
        boolean onlyForNow = dryRun && outcome.effect() == Effect.CREATED;
        return new ImportReportView.Row(
                line, ref, outcome.effect(), onlyForNow ? null : id, outcome.changes(), List.of(), duplicates);
    }

    private static ImportReportView.Counts counts(List<ImportReportView.Row> rows) {
        Map<Effect, Long> of =
                rows.stream().collect(Collectors.groupingBy(ImportReportView.Row::effect, Collectors.counting()));
        return new ImportReportView.Counts(
                rows.size(),
                of.getOrDefault(Effect.CREATED, 0L).intValue(),
                of.getOrDefault(Effect.CHANGED, 0L).intValue(),
                of.getOrDefault(Effect.UNCHANGED, 0L).intValue(),
                of.getOrDefault(Effect.REFUSED, 0L).intValue(),
                (int) rows.stream().filter(r -> r.likelyDuplicates() != null).count());
    }

    private static List<ImportReportView.Cause> causes(List<ImportReportView.Row> rows) {
        Map<List<String>, List<Integer>> lines = new LinkedHashMap<>();
        rows.forEach(r -> r.faults()
                .forEach(f -> lines.computeIfAbsent(List.of(f.column(), f.message()), key -> new ArrayList<>())
                        .add(r.line())));
        return lines.entrySet().stream()
                .map(e -> new ImportReportView.Cause(
                        e.getKey().getFirst(),
                        e.getKey().getLast(),
                        e.getValue().size(),
                        e.getValue().stream().limit(FIRST_LINES).toList()))
                .sorted(Comparator.comparingInt(ImportReportView.Cause::rows).reversed())
                .toList();
    }

    private static ProblemException refusal(List<ImportReportView.Row> rows, List<ImportReportView.Cause> causes) {
        long refused = rows.stream().filter(r -> r.effect() == Effect.REFUSED).count();
        return new ProblemException(
                ProblemType.ROWS_REFUSED,
                "%d of %d rows are refused, so nothing is recorded. dryRun=true reports on every row; partial=true records the others."
                        .formatted(refused, rows.size()),
                causes.stream().map(ImportCandidates::violation).toList());
    }

    private static Violation violation(ImportReportView.Cause cause) {
        String lines = cause.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        int more = cause.rows() - cause.lines().size();
        String rest = more == 0 ? "" : " and " + more + " more";
        return Violation.ofField(cause.column(), "%s (line %s%s)".formatted(cause.message(), lines, rest));
    }
}
