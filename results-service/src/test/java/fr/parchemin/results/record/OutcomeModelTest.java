package fr.parchemin.results.record;

import static fr.parchemin.results.Rncp37722.BC01;
import static fr.parchemin.results.Rncp37722.BC02;
import static fr.parchemin.results.Rncp37722.BC03;
import static fr.parchemin.results.Rncp37722.FIRST_AID;
import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.results.Rncp37722;
import fr.parchemin.results.assessment.Finding;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.CapitalTerms;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.Version;
import fr.parchemin.results.certification.Plan;
import fr.parchemin.results.examsession.DossierBuilder;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.SessionDossier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The outcome rules a second time, as a decision table that knows nothing of the classes under test, against histories of
 * one candidate over several sessions: random attendance, findings of two jurors, certificates, decisions of the jury,
 * annulments. What the table says and what the service computes must be the same after each session.
 */
class OutcomeModelTest {

    private static final int HISTORIES = 10_000;
    private static final Version VERSION =
            new Version(Rncp37722.NUMBER, "Titre", List.of(BC01, BC02, BC03), LocalDate.of(2028, 7, 2), null);

    // The table
    // --------------------------------------------------------------------------------------------------------

    /** What is known of one competence after a session. */
    private enum Seen {
        BOTH,
        ONE,
        NEITHER,
        PAPER_MISSING
    }

    /** One row: what a session came to, said without any rule number. */
    private record Row(String outcome, Set<String> obtained, boolean title) {}

    /**
     * What one session comes to.
     *
     * <pre>
     * attendance   blocks all seen by both   interview   missing with held   | outcome
     * absent       -                         -           -                   | ABSENT, nothing
     * excluded     -                         -           -                   | EXCLUDED, nothing
     * present      none                      any         any                 | FAILURE
     * present      some                      passed      none                | AWARDED, title
     * present      some, session titre       any         some or not passed  | PARTIAL_SUCCESS
     * present      the one, session CCP      any         some or not passed  | AWARDED, no title
     * </pre>
     *
     * A session titre whose every block failed may still complete nothing; with all blocks held before it is a title all the
     * same, as nothing once held is lost.
     */
    private static Row expected(Sitting sitting, Set<String> heldBefore) {
        if (sitting.attendance() == Enrolment.Attendance.EXCLUDED) {
            return new Row("EXCLUDED", Set.of(), false);
        }
        if (sitting.attendance() != Enrolment.Attendance.PRESENT) {
            return new Row("ABSENT", Set.of(), false);
        }
        Set<String> obtained = new TreeSet<>();
        for (String block : sitting.examined()) {
            boolean all = true;
            for (String competence : competences(block)) {
                all &= sitting.seen(competence) == Seen.BOTH;
            }
            if (all) {
                obtained.add(block);
            }
        }
        Set<String> together = new TreeSet<>(heldBefore);
        together.addAll(obtained);
        boolean title = together.containsAll(Set.of(BC01, BC02, BC03)) && sitting.interview() == Seen.BOTH;
        return new Row(word(sitting.block() != null, obtained, title), obtained, title);
    }

    private static String word(boolean oneBlock, Set<String> obtained, boolean title) {
        if (oneBlock) {
            return obtained.isEmpty() ? "FAILURE" : "AWARDED";
        }
        return title ? "AWARDED" : obtained.isEmpty() ? "FAILURE" : "PARTIAL_SUCCESS";
    }

    /** What the jury may decide on top: whatever no competence forbids that nobody saw, or whose paper is missing. */
    private static boolean allowed(Sitting sitting, Set<String> granted, boolean title, Set<String> heldBefore) {
        if (sitting.attendance() != Enrolment.Attendance.PRESENT) {
            return granted.isEmpty() && !title;
        }
        for (String block : granted) {
            for (String competence : competences(block)) {
                Seen seen = sitting.seen(competence);
                if (seen == Seen.NEITHER || seen == Seen.PAPER_MISSING) {
                    return false;
                }
            }
        }
        Set<String> together = new TreeSet<>(heldBefore);
        together.addAll(granted);
        return !title
                || (together.containsAll(Set.of(BC01, BC02, BC03))
                        && (sitting.interview() == Seen.BOTH || sitting.interview() == Seen.ONE));
    }

    private static List<String> competences(String block) {
        return Objects.requireNonNull(Rncp37722.competences().get(block));
    }

    // Histories
    // --------------------------------------------------------------------------------------------------------

    /** One session of one candidate: who saw what where. */
    private record Sitting(
            @Nullable String block,
            boolean withInterview,
            Enrolment.Attendance attendance,
            Map<String, boolean[]> found,
            boolean[] interviewFound,
            boolean paper) {

        List<String> examined() {
            return block == null ? List.of(BC01, BC02, BC03) : List.of(block);
        }

        Seen seen(String competence) {
            if (competence.equals(FIRST_AID)) {
                return paper ? Seen.BOTH : Seen.PAPER_MISSING;
            }
            // Seen at each event that shows it: [event][juror] flattened as found by event code and competence.
            boolean neitherSomewhere = false;
            boolean oneSomewhere = false;
            for (var entry : found.entrySet()) {
                if (entry.getKey().endsWith(" " + competence)) {
                    boolean[] by = entry.getValue();
                    neitherSomewhere |= !by[0] && !by[1];
                    oneSomewhere |= by[0] != by[1];
                }
            }
            return neitherSomewhere ? Seen.NEITHER : oneSomewhere ? Seen.ONE : Seen.BOTH;
        }

        Seen interview() {
            if (block != null && !withInterview) {
                return Seen.NEITHER;
            }
            int yes = (interviewFound[0] ? 1 : 0) + (interviewFound[1] ? 1 : 0);
            return yes == 2 ? Seen.BOTH : yes == 1 ? Seen.ONE : Seen.NEITHER;
        }
    }

    private static Sitting sitting(Random random, SessionDossier shape, @Nullable String block, boolean withInterview) {
        int doubt = new int[] {0, 0, 1, 3, 10}[random.nextInt(5)];
        Map<String, boolean[]> found = new HashMap<>();
        for (Plan.Event event : shape.requiredEvents()) {
            for (String competence : event.competences()) {
                found.put(event.code() + " " + competence, new boolean[] {sure(random, doubt), sure(random, doubt)});
            }
        }
        int there = random.nextInt(10);
        return new Sitting(
                block,
                withInterview,
                there == 0
                        ? Enrolment.Attendance.ABSENT
                        : there == 1
                                ? Enrolment.Attendance.EXCLUDED
                                : there == 2 ? Enrolment.Attendance.ABSENT_JUSTIFIED : Enrolment.Attendance.PRESENT,
                found,
                new boolean[] {random.nextInt(5) > 0, random.nextInt(5) > 0},
                random.nextInt(4) > 0);
    }

    private static boolean sure(Random random, int doubtInForty) {
        return random.nextInt(40) >= doubtInForty;
    }

    @Test
    void comesToTheSameAsATableThatWasWrittenApart() {
        long seed = 20260403L;
        Random random = new Random(seed);
        Map<Outcome, Integer> met = new EnumMap<>(Outcome.class);
        int titles = 0;
        int refused = 0;
        int annulments = 0;
        for (int history = 0; history < HISTORIES; history++) {
            String name = "seed " + seed + ", history " + history;
            List<Fact> facts = new ArrayList<>();
            Map<UUID, Set<String>> perSession = new LinkedHashMap<>();
            Set<UUID> annulled = new HashSet<>();
            int sessions = 1 + random.nextInt(5);
            for (int s = 0; s < sessions; s++) {
                @Nullable
                String block = random.nextInt(3) == 0
                        ? null
                        : List.of(BC01, BC02, BC03).get(random.nextInt(3));
                boolean withInterview = random.nextBoolean();
                DossierBuilder builder =
                        block == null ? DossierBuilder.title() : DossierBuilder.block(block, withInterview);
                Sitting sitting = sitting(random, builder.build(), block, withInterview);
                Enrolment enrolment = builder.candidate(sitting.attendance());
                List<Juror> jurors = List.of(builder.juror(true), builder.juror(true));
                if (sitting.paper()) {
                    builder.firstAid(enrolment, true);
                }
                SessionDossier dossier = builder.build();

                // Two independent ledgers of what was held before.
                Set<String> heldByTable = new TreeSet<>();
                perSession.forEach((id, blocks) -> {
                    if (!annulled.contains(id)) {
                        heldByTable.addAll(blocks);
                    }
                });
                Set<String> heldByService = Capital.of(
                                facts, Map.of(VERSION.number(), VERSION), CapitalTerms.standard())
                        .towards(VERSION.number())
                        .map(Capital.Standing::codes)
                        .orElse(Set.of());
                assertThat(heldByService).as(name).isEqualTo(heldByTable);

                Appraisal appraisal =
                        new Appraisal(dossier, enrolment, findings(dossier, enrolment, jurors, sitting), true);
                DecisionFacts open =
                        new DecisionFacts(dossier, enrolment, appraisal, heldByService, null, List.of(), false);
                Verdict proposed = sitting.attendance() == Enrolment.Attendance.PRESENT
                        ? OutcomePolicy.propose(open)
                        : OutcomePolicy.notJudged(dossier, sitting.attendance());
                Row row = expected(sitting, heldByTable);
                assertThat(new Row(
                                proposed.outcome().name(), new TreeSet<>(proposed.obtained()), proposed.titleAwarded()))
                        .as(name)
                        .isEqualTo(row);

                // The jury decides something of its own now and then; what is refused leaves the proposal.
                Set<String> decided = row.obtained();
                boolean title = row.title();
                String outcome = row.outcome();
                if (random.nextInt(3) == 0) {
                    Set<String> granted = new TreeSet<>();
                    sitting.examined().stream()
                            .filter(b -> random.nextBoolean())
                            .forEach(granted::add);
                    boolean grantTitle = random.nextBoolean();
                    DecisionFacts decision = new DecisionFacts(
                            dossier, enrolment, appraisal, heldByService, null, List.copyOf(granted), grantTitle);
                    boolean clear = RecordRules.DECISION.stream()
                            .allMatch(rule -> rule.check(decision).isEmpty());
                    assertThat(clear).as(name).isEqualTo(allowed(sitting, granted, grantTitle, heldByTable));
                    if (clear && sitting.attendance() == Enrolment.Attendance.PRESENT) {
                        Verdict verdict = OutcomePolicy.decided(decision);
                        decided = granted;
                        title = grantTitle;
                        outcome = word(block != null, granted, grantTitle);
                        assertThat(new Row(
                                        verdict.outcome().name(),
                                        new TreeSet<>(verdict.obtained()),
                                        verdict.titleAwarded()))
                                .as(name)
                                .isEqualTo(new Row(outcome, granted, grantTitle));
                    } else if (!clear) {
                        refused++;
                    }
                }
                met.merge(Outcome.valueOf(outcome), 1, Integer::sum);
                titles += title ? 1 : 0;

                UUID session = dossier.session().id();
                perSession.put(session, decided);
                LocalDate day = LocalDate.of(2026, 1, 1).plusDays(s * 30L);
                for (String code : decided) {
                    facts.add(new Fact.Gain(
                            UUID.randomUUID(),
                            Fact.Kind.BLOCK,
                            VERSION.number(),
                            1,
                            code,
                            day,
                            UUID.randomUUID(),
                            session,
                            null,
                            Set.of()));
                }
                if (random.nextInt(8) == 0 && annulled.add(session)) {
                    annulments++;
                    facts.add(new Fact.Undone(
                            UUID.randomUUID(),
                            Fact.Scope.SESSION,
                            session,
                            Fact.Cause.ANNULLED,
                            "annulée",
                            day.plusDays(1)));
                }
            }
        }
        // Every line of the table was met often enough to mean something.
        assertThat(met).containsOnlyKeys(Outcome.values());
        assertThat(met.values()).allMatch(n -> n > 500);
        assertThat(titles).isGreaterThan(1_000);
        assertThat(refused).isGreaterThan(1_000);
        assertThat(annulments).isGreaterThan(1_000);
    }

    private static List<Finding> findings(
            SessionDossier dossier, Enrolment enrolment, List<Juror> jurors, Sitting sitting) {
        List<Finding> findings = new ArrayList<>();
        for (Plan.Event event : dossier.requiredEvents()) {
            for (int j = 0; j < jurors.size(); j++) {
                int juror = j;
                boolean interview = event.kind() == Plan.Kind.FINAL_INTERVIEW;
                findings.add(new Finding(
                        UUID.randomUUID(),
                        enrolment.id(),
                        event.code(),
                        jurors.get(j).id(),
                        1,
                        !interview || sitting.interviewFound()[j]
                                ? Finding.Outcome.ACQUIRED
                                : Finding.Outcome.NOT_ACQUIRED,
                        event.competences().stream()
                                .map(c -> new Finding.CompetenceFinding(
                                        c,
                                        Objects.requireNonNull(sitting.found().get(event.code() + " " + c))[juror],
                                        null))
                                .toList(),
                        null,
                        Instant.parse("2026-11-23T10:00:00Z")));
            }
        }
        return findings;
    }
}
