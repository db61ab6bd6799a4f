package fr.parchemin.results.assessment;

import static fr.parchemin.results.Rncp37722.BC01;
import static fr.parchemin.results.Rncp37722.FIRST_AID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.parchemin.results.certification.CertificationFixture;
import fr.parchemin.results.examsession.DossierBuilder;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R55, R85 and R91: what a juror may record. */
class FindingRulesTest {

    static Stream<Arguments> findings() {
        return Stream.of(
                arguments(Finding.Outcome.ACQUIRED, List.of(), 0, 0),
                arguments(Finding.Outcome.ACQUIRED, List.of(says(BC01 + "-C1", true)), 0, 0),
                arguments(Finding.Outcome.NOT_ACQUIRED, List.of(says(BC01 + "-C1", true)), 0, 0),
                arguments(Finding.Outcome.ABSENT, List.of(), 0, 0),
                arguments(Finding.Outcome.ABSENT, List.of(says(BC01 + "-C1", false)), 0, 0),
                arguments(
                        Finding.Outcome.ABSENT,
                        List.of(says(BC01 + "-C1", true), says(BC01 + "-C2", false), says(BC01 + "-C3", true)),
                        0,
                        2),
                arguments(Finding.Outcome.ACQUIRED, List.of(says(FIRST_AID, true)), 1, 0),
                arguments(Finding.Outcome.NOT_ACQUIRED, List.of(says(FIRST_AID, false)), 1, 0),
                arguments(Finding.Outcome.ABSENT, List.of(says(FIRST_AID, true)), 1, 1));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void observesNoDocumentAndNoAbsentee(
            Finding.Outcome outcome, List<Finding.CompetenceFinding> competences, int r85, int r91) {
        FindingFacts facts = new FindingFacts(CertificationFixture.rncp37722().plan(), outcome, competences);
        assertThat(new DocumentCheckRule().check(facts)).hasSize(r85);
        assertThat(new EventResultRule().check(facts)).hasSize(r91);
    }

    @Test
    void recusesForOneCandidateOnly() {
        DossierBuilder builder = DossierBuilder.title();
        Juror linked = builder.juror(true);
        Juror other = builder.juror(true);
        Enrolment known = builder.candidate(Enrolment.Attendance.PRESENT);
        Enrolment stranger = builder.candidate(Enrolment.Attendance.PRESENT);
        var dossier = builder.recuse(known, linked).build();
        RecusedJurorRule rule = new RecusedJurorRule();
        assertThat(rule.check(new JudgingFacts(dossier, known.id(), linked.id())))
                .hasSize(1);
        assertThat(rule.check(new JudgingFacts(dossier, stranger.id(), linked.id())))
                .isEmpty();
        assertThat(rule.check(new JudgingFacts(dossier, known.id(), other.id())))
                .isEmpty();
    }

    private static Finding.CompetenceFinding says(String code, boolean acquired) {
        return new Finding.CompetenceFinding(code, acquired, null);
    }
}
