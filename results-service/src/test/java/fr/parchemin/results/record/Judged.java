package fr.parchemin.results.record;

import fr.parchemin.results.assessment.Finding;
import fr.parchemin.results.certification.Plan;
import fr.parchemin.results.examsession.DossierBuilder;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.SessionDossier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** A candidate whom two jurors found able in everything, apart from what a test says otherwise. */
final class Judged {

    private record Doubt(int juror, Predicate<String> event, String competence) {}

    private final DossierBuilder builder;
    private final Enrolment enrolment;
    private final List<Juror> jurors;
    private final List<Doubt> doubts = new ArrayList<>();
    private final Set<String> held;
    private boolean documentMustHold = true;

    private Judged(DossierBuilder builder, Set<String> held) {
        this.builder = builder;
        this.enrolment = builder.candidate(Enrolment.Attendance.PRESENT);
        this.jurors = List.of(builder.juror(true), builder.juror(true));
        this.held = held;
    }

    static Judged title(String... held) {
        return new Judged(DossierBuilder.title(), Set.of(held));
    }

    static Judged block(String code, boolean finalInterview, String... held) {
        return new Judged(DossierBuilder.block(code, finalInterview), Set.of(held));
    }

    Judged firstAid(boolean valid) {
        builder.firstAid(enrolment, valid);
        return this;
    }

    /** The title has a block more, without competences. */
    Judged emptyBlock(String code) {
        builder.emptyBlock(code);
        return this;
    }

    /** R87 switched off: any certificate shown will do. */
    Judged anyDocument() {
        documentMustHold = false;
        return this;
    }

    /** This juror (1 or 2) found the competence missing at every event that shows it. */
    Judged missing(int juror, String competence) {
        doubts.add(new Doubt(juror, e -> true, competence));
        return this;
    }

    /** Both did. */
    Judged missing(String competence) {
        return missing(1, competence).missing(2, competence);
    }

    /** This juror found the competence missing at one event. */
    Judged missingAt(int juror, String event, String competence) {
        doubts.add(new Doubt(juror, event::equals, competence));
        return this;
    }

    /** This juror found the event as a whole not acquired. */
    Judged failed(int juror, String event) {
        doubts.add(new Doubt(juror, event::equals, "*"));
        return this;
    }

    /** This juror is recused, whatever they recorded before. */
    Judged recused(int juror) {
        builder.recuse(enrolment, jurors.get(juror - 1));
        return this;
    }

    SessionDossier dossier() {
        return builder.build();
    }

    Appraisal appraisal() {
        SessionDossier dossier = dossier();
        List<Finding> findings = new ArrayList<>();
        for (Plan.Event event : dossier.requiredEvents()) {
            for (int juror = 1; juror <= jurors.size(); juror++) {
                findings.add(finding(event, juror));
            }
        }
        return new Appraisal(dossier, enrolment, findings, documentMustHold);
    }

    Verdict proposed() {
        return OutcomePolicy.propose(decision(false));
    }

    DecisionFacts decision(boolean title, String... granted) {
        return new DecisionFacts(dossier(), enrolment, appraisal(), held, null, List.of(granted), title);
    }

    private Finding finding(Plan.Event event, int juror) {
        List<Doubt> own = doubts.stream()
                .filter(d -> d.juror() == juror && d.event().test(event.code()))
                .toList();
        boolean failed = own.stream().anyMatch(d -> d.competence().equals("*"));
        return new Finding(
                UUID.randomUUID(),
                enrolment.id(),
                event.code(),
                jurors.get(juror - 1).id(),
                1,
                failed ? Finding.Outcome.NOT_ACQUIRED : Finding.Outcome.ACQUIRED,
                own.stream()
                        .filter(d -> event.competences().contains(d.competence()))
                        .map(d -> new Finding.CompetenceFinding(d.competence(), false, null))
                        .toList(),
                null,
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
