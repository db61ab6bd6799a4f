package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.holding.EarlierAttempt;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R100 to R103: the training began on 2026-09-01. */
class ResitRulesTest {

    private final ResitWindowRule window = new ResitWindowRule();
    private final ResitCountRule count = new ResitCountRule();

    @ParameterizedTest(name = "failed on {0}, again on {1}: {2}")
    @CsvSource({
        "2027-01-15, 2027-03-08, 0",
        "2027-01-15, 2028-01-15, 0",
        "2027-01-15, 2028-01-16, 1",
        "2026-08-31, 2028-01-16, 0",
    })
    void aNewAttemptBeginsWithinTheYearOrAfterANewTraining(String failedOn, String againOn, int faults) {
        assertThat(Rules.faults(
                        window, new Applicant().failed(failedOn).on(againOn).build()))
                .isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({"resit.window, P6M, 1", "resit.window, P13M, 0", "resit.window-start, NOTIFICATION, 0"})
    void lengthAndStartAreSettings(String key, String value, int faults) {
        Candidature on = new Applicant().failed("2027-01-15").on("2028-01-16").build();
        assertThat(Rules.faults(window, on, key, value)).isEqualTo(faults);
    }

    @Test
    void aJustifiedAbsenceAndTheVaeAreNoAttempts() {
        Applicant absent = new Applicant().on("2028-03-08");
        LocalDate day = LocalDate.of(2027, 1, 15);
        absent.attempts = List.of(new EarlierAttempt(SessionType.TITLE, null, day, day, true));
        assertThat(Rules.faults(window, absent.build())).isZero();
        assertThat(Rules.faults(window, absent.build(), "absence.justified.counts", "true"))
                .isEqualTo(1);
        Applicant vae = new Applicant().failed("2027-01-15").on("2028-03-08");
        vae.route = AccessRoute.EXPERIENCE;
        assertThat(Rules.faults(window, vae.build())).isZero();
    }

    @ParameterizedTest(name = "{0} {1} failed, then {2} {3}: {4}")
    @CsvSource({
        "CCP, RNCP37722BC01, CCP, RNCP37722BC02, 0",
        "CCP, RNCP37722BC02, CCP, RNCP37722BC02, 1",
        "CCP, RNCP37722BC02, TITLE, TITLE, 1",
        "TITLE, , CCP, RNCP37722BC02, 1",
        "TITLE, , CCS, RNCP37722CCS01, 0",
        "CCS, RNCP37722CCS01, TITLE, TITLE, 0",
        "CCS, RNCP37722CCS01, CCS, RNCP37722CCS01, 1",
    })
    void whatWasNeverTriedHasNoYear(
            SessionType failed, @Nullable String block, SessionType next, String target, int faults) {
        Applicant a = new Applicant().on("2028-03-08");
        a.type = next;
        a.target = target;
        LocalDate day = LocalDate.of(2027, 1, 15);
        a.attempts = List.of(new EarlierAttempt(failed, block, day, day, false));
        assertThat(Rules.faults(window, a.build())).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} sessions failed: {1}")
    @CsvSource({"0, 0", "1, 0", "3, 0", "4, 1"})
    void threeTitleSessionsAfterTheFirst(int failed, int faults) {
        assertThat(Rules.faults(count, failedTimes(failed).build())).isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0}={1} after {2}: {3}")
    @CsvSource({
        "resit.count-first, true, 2, 0",
        "resit.count-first, true, 3, 1",
        "resit.max-title-sessions, 1, 1, 0",
        "resit.max-title-sessions, 1, 2, 1",
    })
    void theCapIsASetting(String key, String value, int failed, int faults) {
        assertThat(Rules.faults(count, failedTimes(failed).build(), key, value)).isEqualTo(faults);
    }

    @Test
    void aBlockSessionIsNotCounted() {
        Applicant a = failedTimes(4);
        a.block("RNCP37722BC02");
        assertThat(Rules.faults(count, a.build())).isZero();
    }

    private static Applicant failedTimes(int times) {
        String[] days = {"2026-10-05", "2026-11-05", "2026-12-05", "2027-01-05"};
        return new Applicant().failed(java.util.Arrays.copyOf(days, times));
    }
}
