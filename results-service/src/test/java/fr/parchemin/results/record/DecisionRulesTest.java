package fr.parchemin.results.record;

import static fr.parchemin.results.Rncp37722.BC01;
import static fr.parchemin.results.Rncp37722.BC02;
import static fr.parchemin.results.Rncp37722.BC03;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.parchemin.results.examsession.DossierBuilder;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a jury may and may not decide: R86, R92, R93, R94, R96, R98. Each row names every rule that the decision breaks. */
class DecisionRulesTest {

    static Stream<Arguments> decisions() {
        return Stream.of(
                arguments("the proposal", able().decision(true, BC01, BC02, BC03), List.of()),
                arguments("less than the proposal", able().decision(false, BC01), List.of()),
                arguments("nothing", able().decision(false), List.of()),
                arguments(
                        "a contested competence",
                        able().missing(1, BC01 + "-C1").decision(true, BC01, BC02, BC03),
                        List.of()),
                arguments(
                        "a contested final interview",
                        able().failed(1, "EF").decision(true, BC01, BC02, BC03),
                        List.of()),
                arguments(
                        "a competence that nobody found acquired",
                        able().missing(BC01 + "-C1").decision(false, BC01),
                        List.of("R92")),
                arguments(
                        "two of them",
                        able().missing(BC01 + "-C1").missing(BC01 + "-C2").decision(false, BC01),
                        List.of("R92", "R92")),
                arguments(
                        "a block of which no competence is known",
                        able().emptyBlock("BC04-FICTIF").decision(false, BC01, "BC04-FICTIF"),
                        List.of("R92")),
                arguments("first aid without certificate", Judged.title().decision(false, BC02), List.of("R86")),
                arguments(
                        "first aid with one that has run out",
                        Judged.title().firstAid(false).decision(false, BC02),
                        List.of("R86")),
                arguments("title without one block", able().decision(true, BC01, BC02), List.of("R94")),
                arguments("title without any block", able().decision(true), List.of("R94", "R94", "R94")),
                arguments(
                        "title without the final interview",
                        able().failed(1, "EF").failed(2, "EF").decision(true, BC01, BC02, BC03),
                        List.of("R96")),
                arguments(
                        "everything wrong at once",
                        Judged.title()
                                .missing(BC01 + "-C1")
                                .failed(1, "EF")
                                .failed(2, "EF")
                                .decision(true, BC01, BC02),
                        List.of("R86", "R92", "R94", "R96")),
                arguments("title with a block held before", Judged.title(BC02).decision(true, BC01, BC03), List.of()),
                arguments(
                        "title at a session CCP without the other blocks",
                        Judged.block(BC03, true).decision(true, BC03),
                        List.of("R98", "R98")),
                arguments(
                        "title at a session CCP without final interview",
                        Judged.block(BC03, false, BC01, BC02).decision(true, BC03),
                        List.of("R96")),
                arguments(
                        "title by capitalisation",
                        Judged.block(BC03, true, BC01, BC02).decision(true, BC03),
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void namesEveryRuleThatADecisionBreaks(String what, DecisionFacts decision, List<String> broken) {
        assertThat(brokenBy(decision)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "ABSENT,true,true",
        "ABSENT_JUSTIFIED,true,false",
        "EXCLUDED,false,true",
        "ABSENT,false,false",
        "EXCLUDED,true,true"
    })
    void grantsNothingToWhoWasNotThere(Enrolment.Attendance attendance, boolean block, boolean title) {
        DossierBuilder builder = DossierBuilder.title();
        Enrolment absent = builder.candidate(attendance);
        SessionDossier dossier = builder.build();
        DecisionFacts decision = new DecisionFacts(
                dossier,
                absent,
                new Appraisal(dossier, absent, List.of(), true),
                Set.of(),
                null,
                block ? List.of(BC01) : List.of(),
                title);
        assertThat(brokenBy(decision)).isEqualTo(block || title ? List.of("R93") : List.of());
    }

    private static List<String> brokenBy(DecisionFacts decision) {
        return RecordRules.DECISION.stream()
                .flatMap(rule -> rule.check(decision).stream().map(message -> numberOf(rule)))
                .sorted()
                .toList();
    }

    private static String numberOf(Rule<DecisionFacts> rule) {
        return rule.number();
    }

    private static Judged able() {
        return Judged.title().firstAid(true);
    }
}
