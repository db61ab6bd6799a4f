package fr.parchemin.results.record;

import static fr.parchemin.results.Rncp37722.BC01;
import static fr.parchemin.results.Rncp37722.BC02;
import static fr.parchemin.results.Rncp37722.BC03;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.parchemin.results.Rncp37722;
import fr.parchemin.results.examsession.DossierBuilder;
import fr.parchemin.results.examsession.Enrolment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R91 to R98 on RNCP37722: three blocks, twelve competences, one of them shown by the SST certificate alone. */
class OutcomePolicyTest {

    static Stream<Arguments> proposals() {
        return Stream.of(
                // Session titre (R94).
                arguments("able in everything", able(), Outcome.AWARDED, List.of(BC01, BC02, BC03), true),
                arguments(
                        "no certificate: BC02 alone is missing (R86)",
                        Judged.title(),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC03),
                        false),
                arguments(
                        "certificate not valid on the day (R87)",
                        Judged.title().firstAid(false),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC03),
                        false),
                arguments(
                        "the same with R87 off",
                        Judged.title().firstAid(false).anyDocument(),
                        Outcome.AWARDED,
                        List.of(BC01, BC02, BC03),
                        true),
                arguments(
                        "final interview not acquired: all blocks, no title (R96, R99)",
                        able().failed(1, "EF").failed(2, "EF"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC02, BC03),
                        false),
                arguments(
                        "jurors differ on the final interview",
                        able().failed(1, "EF"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC02, BC03),
                        false),
                arguments(
                        "jurors differ on one competence",
                        able().missing(1, BC03 + "-C2"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC02),
                        false),
                arguments(
                        "jurors differ on one competence at one of its events",
                        able().missingAt(2, "ET", BC01 + "-C4"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC02, BC03),
                        false),
                arguments(
                        "a competence missing at one of its events is missing",
                        able().missingAt(1, "ET", BC01 + "-C4").missingAt(2, "ET", BC01 + "-C4"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC02, BC03),
                        false),
                arguments(
                        "a block of which no competence is known",
                        able().emptyBlock("BC04-FICTIF"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC02, BC03),
                        false),
                arguments(
                        "one competence of each block missing",
                        able().missing(BC01 + "-C1").missing(BC02 + "-C1").missing(BC03 + "-C1"),
                        Outcome.FAILURE,
                        List.of(),
                        false),
                arguments(
                        "every event failed",
                        able().failed(1, "MSP")
                                .failed(2, "MSP")
                                .failed(1, "ET")
                                .failed(2, "ET")
                                .failed(1, "QP")
                                .failed(2, "QP")
                                .failed(1, "EF")
                                .failed(2, "EF"),
                        Outcome.FAILURE,
                        List.of(),
                        false),
                arguments(
                        "production review failed: BC03 alone is missing",
                        able().failed(1, "QP").failed(2, "QP"),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC01, BC02),
                        false),
                arguments(
                        "a juror recused after recording does not count (R55)",
                        able().missing(1, BC01 + "-C1").recused(1),
                        Outcome.AWARDED,
                        List.of(BC01, BC02, BC03),
                        true),
                arguments(
                        "a block held before completes the title (R95)",
                        Judged.title(BC02),
                        Outcome.AWARDED,
                        List.of(BC01, BC03),
                        true),
                // Session CCP (R98).
                arguments(
                        "block obtained, nothing else held",
                        Judged.block(BC01, false),
                        Outcome.AWARDED,
                        List.of(BC01),
                        false),
                arguments(
                        "block refused",
                        Judged.block(BC01, false).missing(BC01 + "-C5"),
                        Outcome.FAILURE,
                        List.of(),
                        false),
                arguments(
                        "last block with the final interview: title",
                        Judged.block(BC02, true, BC01, BC03).firstAid(true),
                        Outcome.AWARDED,
                        List.of(BC02),
                        true),
                arguments(
                        "last block without final interview: block, no title (R96)",
                        Judged.block(BC02, false, BC01, BC03).firstAid(true),
                        Outcome.AWARDED,
                        List.of(BC02),
                        false),
                arguments(
                        "last block, final interview not acquired: block, no title (R99)",
                        Judged.block(BC02, true, BC01, BC03)
                                .firstAid(true)
                                .failed(1, "EF")
                                .failed(2, "EF"),
                        Outcome.AWARDED,
                        List.of(BC02),
                        false),
                arguments(
                        "last block, no certificate: neither",
                        Judged.block(BC02, true, BC01, BC03),
                        Outcome.FAILURE,
                        List.of(),
                        false),
                arguments(
                        "final interview too early: a block is still missing",
                        Judged.block(BC02, true, BC01).firstAid(true),
                        Outcome.AWARDED,
                        List.of(BC02),
                        false),
                arguments(
                        "a block without first aid needs no certificate (R89)",
                        Judged.block(BC03, true, BC01, BC02),
                        Outcome.AWARDED,
                        List.of(BC03),
                        true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proposals")
    void proposes(String what, Judged candidate, Outcome outcome, List<String> obtained, boolean title) {
        Verdict proposed = candidate.proposed();
        assertThat(proposed.outcome()).isEqualTo(outcome);
        assertThat(proposed.obtained()).isEqualTo(obtained);
        assertThat(proposed.titleAwarded()).isEqualTo(title);
        assertThat(proposed.reasons().isEmpty()).isEqualTo(title);
        assertThat(proposed.blocks()).allSatisfy(b -> assertThat(b.reasons().isEmpty())
                .isEqualTo(b.result() == BlockResult.Result.OBTAINED));
    }

    /** R92: each of the twelve competences is enough to lose its block, and only its block. */
    static Stream<Arguments> competences() {
        List<Arguments> each = new ArrayList<>();
        Rncp37722.competences().forEach((block, codes) -> codes.forEach(code -> each.add(arguments(block, code))));
        assertThat(each).hasSize(12);
        return each.stream();
    }

    @ParameterizedTest
    @MethodSource("competences")
    void losesTheBlockOfEachMissingCompetenceAndNoOther(String block, String code) {
        boolean byDocument = code.equals(Rncp37722.FIRST_AID);
        Verdict proposed = (byDocument ? Judged.title() : able().missing(code)).proposed();
        assertThat(proposed.outcome()).isEqualTo(Outcome.PARTIAL_SUCCESS);
        assertThat(proposed.blocks())
                .extracting(BlockResult::code, BlockResult::result)
                .containsExactly(result(BC01, block), result(BC02, block), result(BC03, block));
        assertThat(proposed.blocks().stream().flatMap(b -> b.reasons().stream()))
                .singleElement()
                .asString()
                .startsWith(code + ": " + (byDocument ? "the document SST was not presented" : "not acquired"));
        assertThat(proposed.reasons()).containsExactly(block + " is missing for the title. (R94)");
    }

    @ParameterizedTest
    @MethodSource("competences")
    void leavesToTheDeliberationWhatJurorsSeeDifferently(String block, String code) {
        if (code.equals(Rncp37722.FIRST_AID)) {
            return;
        }
        assertThat(able().missing(2, code).proposed().blocks().stream().flatMap(b -> b.reasons().stream()))
                .containsExactly(code + ": jurors differ, the deliberation decides");
        Verdict decided = OutcomePolicy.decided(able().missing(2, code).decision(true, BC01, BC02, BC03));
        assertThat(decided.outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(decided.titleAwarded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ABSENT,ABSENT", "ABSENT_JUSTIFIED,ABSENT", "EXCLUDED,EXCLUDED"})
    void doesNotJudgeWhoWasNotThere(Enrolment.Attendance attendance, Outcome outcome) {
        Verdict verdict = OutcomePolicy.notJudged(DossierBuilder.title().build(), attendance);
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.titleAwarded()).isFalse();
        assertThat(verdict.blocks()).hasSize(3).allSatisfy(b -> assertThat(b.result())
                .isEqualTo(BlockResult.Result.NOT_PRESENTED));
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                arguments(able().decision(true, BC01, BC02, BC03), Outcome.AWARDED, List.of()),
                arguments(
                        able().decision(false, BC01, BC02, BC03),
                        Outcome.PARTIAL_SUCCESS,
                        List.of("refused by the jury")),
                arguments(
                        able().decision(false, BC01),
                        Outcome.PARTIAL_SUCCESS,
                        List.of(BC02 + " is missing for the title. (R94)", BC03 + " is missing for the title. (R94)")),
                arguments(
                        Judged.block(BC03, false).decision(false, BC03),
                        Outcome.AWARDED,
                        List.of(
                                BC01 + " is neither held nor obtained here: no title by capitalisation. (R98)",
                                BC02 + " is neither held nor obtained here: no title by capitalisation. (R98)",
                                "This session has no final interview: no title. (R96)")),
                arguments(
                        Judged.block(BC03, true, BC01, BC02).decision(false),
                        Outcome.FAILURE,
                        List.of(BC03 + " is neither held nor obtained here: no title by capitalisation. (R98)")));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void followsTheJury(DecisionFacts decision, Outcome outcome, List<String> reasons) {
        Verdict verdict = OutcomePolicy.decided(decision);
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.reasons()).isEqualTo(reasons);
        assertThat(verdict.obtained()).containsExactlyInAnyOrderElementsOf(decision.granted());
        assertThat(verdict.titleAwarded()).isEqualTo(decision.title());
    }

    private static Judged able() {
        return Judged.title().firstAid(true);
    }

    private static org.assertj.core.groups.Tuple result(String code, String lost) {
        return org.assertj.core.api.Assertions.tuple(
                code, code.equals(lost) ? BlockResult.Result.NOT_OBTAINED : BlockResult.Result.OBTAINED);
    }
}
