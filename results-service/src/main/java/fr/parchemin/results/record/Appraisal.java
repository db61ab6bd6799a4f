package fr.parchemin.results.record;

import fr.parchemin.results.assessment.Finding;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.certification.Plan;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the findings say of one candidate, competence by competence. The competence is the unit: a block follows from its
 * competences (R92), the title from its blocks and the final interview (R94, R96).
 */
final class Appraisal {

    /** What is known of one competence, or of the final interview. */
    enum Standing {
        ACQUIRED,
        NOT_ACQUIRED,
        /** The jurors differ: the deliberation decides. */
        CONTESTED,
        /** The document that alone shows it was not presented, or was not valid on the day (R86, R87). */
        DOCUMENT_MISSING
    }

    private final SessionDossier dossier;
    private final Enrolment enrolment;
    private final List<Finding> findings;
    private final boolean documentMustHold;

    /**
     * @param findings the findings of this candidate alone, the highest version of each; those of a juror who was recused
     *     after recording them, or who left the jury, do not count (R55)
     * @param documentMustHold whether a document proves something only if it holds on the day of the exam (R87)
     */
    Appraisal(SessionDossier dossier, Enrolment enrolment, List<Finding> findings, boolean documentMustHold) {
        this.dossier = dossier;
        this.enrolment = enrolment;
        this.findings = findings.stream()
                .filter(f -> dossier.jurors().containsKey(f.jurorId()))
                .filter(f -> !dossier.recused(enrolment.id(), f.jurorId()))
                .toList();
        this.documentMustHold = documentMustHold;
    }

    /** Codes of the required events without a finding; the record cannot be drafted before each has one. */
    List<String> missingEvents() {
        return dossier.requiredEvents().stream()
                .map(Plan.Event::code)
                .filter(code -> findings.stream().noneMatch(f -> f.eventCode().equals(code)))
                .toList();
    }

    /** A competence is acquired when every juror found it so at every event that shows it. */
    Standing competence(String code) {
        Optional<String> document = dossier.certification().plan().documentFor(code);
        if (document.isPresent()) {
            return documentShown(document.get()) ? Standing.ACQUIRED : Standing.DOCUMENT_MISSING;
        }
        List<Standing> standings = dossier.requiredEvents().stream()
                .filter(e -> e.competences().contains(code))
                .map(e -> at(e, code))
                .toList();
        if (standings.isEmpty() || standings.contains(Standing.NOT_ACQUIRED)) {
            return Standing.NOT_ACQUIRED;
        }
        return standings.contains(Standing.CONTESTED) ? Standing.CONTESTED : Standing.ACQUIRED;
    }

    /**
     * What the members of the jury saw differently at one event.
     *
     * @param competence the competence, null for the final interview as a whole
     * @param acquired who found it acquired
     * @param notAcquired who did not
     */
    record Difference(String eventCode, @Nullable String competence, List<UUID> acquired, List<UUID> notAcquired) {}

    /** Every difference, in the order of the plan. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (Plan.Event event : dossier.requiredEvents()) {
            if (event.kind() == Plan.Kind.FINAL_INTERVIEW) {
                difference(event, null, f -> f.outcome() == Finding.Outcome.ACQUIRED)
                        .ifPresent(differences::add);
            }
            for (String competence : event.competences()) {
                if (dossier.certification().plan().documentFor(competence).isEmpty()) {
                    difference(event, competence, f -> f.acquired(competence)).ifPresent(differences::add);
                }
            }
        }
        return differences;
    }

    private Optional<Difference> difference(
            Plan.Event event, @Nullable String competence, Predicate<Finding> acquired) {
        Map<Boolean, List<UUID>> found = at(event).stream()
                .collect(
                        Collectors.partitioningBy(acquired, Collectors.mapping(Finding::jurorId, Collectors.toList())));
        List<UUID> yes = found.getOrDefault(true, List.of());
        List<UUID> no = found.getOrDefault(false, List.of());
        return yes.isEmpty() || no.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(event.code(), competence, yes, no));
    }

    /** The final interview, when this session has one. */
    Optional<Standing> finalInterview() {
        return dossier.requiredEvents().stream()
                .filter(e -> e.kind() == Plan.Kind.FINAL_INTERVIEW)
                .findFirst()
                .map(e -> standing(at(e).stream()
                        .map(f -> f.outcome() == Finding.Outcome.ACQUIRED)
                        .toList()));
    }

    /** Why a block is not obtained by the findings alone; empty when it is. */
    List<String> obstacles(String blockCode) {
        List<Block.Competence> competences =
                dossier.certification().block(blockCode).competences();
        if (competences.isEmpty()) {
            return List.of("no competence of it is known that could be acquired (R92)");
        }
        List<String> reasons = new ArrayList<>();
        for (Block.Competence competence : competences) {
            switch (competence(competence.code())) {
                case ACQUIRED -> {
                    // Nothing stands against the block here.
                }
                case NOT_ACQUIRED -> reasons.add(competence.code() + ": not acquired");
                case CONTESTED -> reasons.add(competence.code() + ": jurors differ, the deliberation decides");
                case DOCUMENT_MISSING ->
                    reasons.add(competence.code() + ": the document "
                            + dossier.certification()
                                    .plan()
                                    .documentFor(competence.code())
                                    .orElseThrow()
                            + " was not presented or was not valid on the day (R86)");
            }
        }
        return reasons;
    }

    private boolean documentShown(String kind) {
        return documentMustHold ? dossier.validDocument(enrolment.id(), kind) : dossier.presented(enrolment.id(), kind);
    }

    private Standing at(Plan.Event event, String competence) {
        return standing(at(event).stream().map(f -> f.acquired(competence)).toList());
    }

    private List<Finding> at(Plan.Event event) {
        return findings.stream().filter(f -> f.eventCode().equals(event.code())).toList();
    }

    private static Standing standing(List<Boolean> found) {
        if (found.isEmpty() || !found.contains(true)) {
            return Standing.NOT_ACQUIRED;
        }
        return found.contains(false) ? Standing.CONTESTED : Standing.ACQUIRED;
    }
}
