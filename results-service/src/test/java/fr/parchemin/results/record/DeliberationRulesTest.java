package fr.parchemin.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.results.examsession.DossierBuilder;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.SessionDossier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R49, R56 and R107: who deliberates, and how many. */
class DeliberationRulesTest {

    @ParameterizedTest(name = "{0} present, {1} absent, at least {2}: {3} faults")
    @CsvSource({"2,0,2,0", "3,1,2,0", "1,1,2,1", "1,0,2,1", "2,1,3,1", "1,0,1,0"})
    void needsEnoughMembersPresent(int present, int absent, int minPresent, int faults) {
        DossierBuilder builder = DossierBuilder.title();
        Juror acting = builder.juror(true);
        add(builder, present - 1, true);
        add(builder, absent, false);
        assertThat(new DeliberationRule(minPresent).check(new DeliberationFacts(builder.build(), acting)))
                .hasSize(faults);
    }

    @Test
    void givesNoVoiceToWhoWasAbsent() {
        DossierBuilder builder = DossierBuilder.title();
        add(builder, 2, true);
        Juror absent = builder.juror(false);
        assertThat(new DeliberationRule(2).check(new DeliberationFacts(builder.build(), absent)))
                .singleElement()
                .asString()
                .contains("You were not present");
    }

    @ParameterizedTest(name = "{0} present, {1} recused, candidate {2}: {3} faults")
    @CsvSource({"2,0,PRESENT,0", "2,1,PRESENT,1", "3,1,PRESENT,0", "3,2,PRESENT,1", "2,1,ABSENT,0", "2,2,EXCLUDED,0"})
    void leavesEnoughMembersForEachCandidate(int present, int recused, Enrolment.Attendance attendance, int faults) {
        DossierBuilder builder = DossierBuilder.title();
        Enrolment candidate = builder.candidate(attendance);
        builder.candidate(Enrolment.Attendance.PRESENT);
        List<Juror> jurors = add(builder, present, true);
        jurors.subList(0, recused).forEach(j -> builder.recuse(candidate, j));
        SessionDossier dossier = builder.build();
        assertThat(new CandidateJuryRule(2).check(new DeliberationFacts(dossier, jurors.getFirst())))
                .hasSize(faults)
                .allSatisfy(m -> assertThat(m).contains(candidate.id().toString()));
    }

    @ParameterizedTest(name = "{0} of {1} signed")
    @CsvSource({"0,2,false", "1,2,false", "2,2,true", "2,3,false", "3,3,true"})
    void isSignedWhenAllPresentHaveSigned(int signed, int present, boolean complete) {
        DossierBuilder builder = DossierBuilder.title();
        List<Juror> jurors = add(builder, present, true);
        builder.juror(false);
        Set<UUID> by = new HashSet<>();
        jurors.subList(0, signed).forEach(j -> by.add(j.id()));
        assertThat(SignaturesPolicy.complete(builder.build().presentJurors(), by))
                .isEqualTo(complete);
    }

    private static List<Juror> add(DossierBuilder builder, int count, boolean present) {
        List<Juror> jurors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jurors.add(builder.juror(present));
        }
        return jurors;
    }
}
