package fr.parchemin.session.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R115, R116, R117 and R119. */
class FraudRulesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 8);

    @ParameterizedTest(name = "{0} witnesses: {1}, of two {2}")
    @CsvSource({"0, 1, 1", "1, 0, 1", "2, 0, 0"})
    void witnesses(int witnesses, int faults, int ofTwo) {
        FraudReportRequest report = report(witnesses, null);
        assertThat(Rules.faults(new FraudWitnessRule(), report)).isEqualTo(faults);
        assertThat(Rules.faults(new FraudWitnessRule(), report, "fraud.min-witnesses", "2"))
                .isEqualTo(ofTwo);
    }

    @ParameterizedTest(name = "continues {0}: {1}")
    @CsvSource({", 0", "true, 0", "false, 1"})
    void theCandidateContinues(@Nullable Boolean continues, int faults) {
        FraudReportRequest report = report(1, continues);
        assertThat(Rules.faults(new CandidateContinuesRule(), report)).isEqualTo(faults);
        assertThat(Rules.faults(new CandidateContinuesRule(), report, "fraud.candidate-continues", "false"))
                .isZero();
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2027-03-08, 2027-03-08, 0",
        "2027-03-08, 2028-03-08, 0",
        "2027-03-08, 2028-03-09, 1",
        "2028-02-29, 2029-02-28, 0",
        "2028-02-29, 2029-03-01, 1"
    })
    void atMostAYear(LocalDate notifiedOn, LocalDate lastDay, int faults) {
        BanRequest ban = new BanRequest("Fictive", notifiedOn, lastDay, null);
        assertThat(Rules.faults(new BanLengthRule(), ban)).isEqualTo(faults);
        assertThat(Rules.faults(new BanLengthRule(), ban, "fraud.ban.max", "P2Y"))
                .isZero();
    }

    @ParameterizedTest(name = "session {0} to {1}: {2}")
    @CsvSource({
        "2027-03-01, 2027-03-07, false",
        "2027-03-01, 2027-03-08, true",
        "2027-05-01, 2027-05-02, true",
        "2027-06-30, 2027-07-05, true",
        "2027-07-01, 2027-07-05, false"
    })
    void anyDayOfASession(LocalDate startsOn, LocalDate endsOn, boolean touches) {
        assertThat(new Ban(UUID.randomUUID(), DAY, LocalDate.of(2027, 6, 30)).touches(startsOn, endsOn))
                .isEqualTo(touches);
    }

    @Test
    void accomplicesAlikeAndNobodyElse() {
        UUID suspect = UUID.randomUUID();
        UUID accomplice = UUID.randomUUID();
        Set<UUID> accomplices = Set.of(accomplice);
        assertThat(Rules.faults(new AccompliceRule(), new BanTarget(suspect, suspect, accomplices)))
                .isZero();
        assertThat(Rules.faults(new AccompliceRule(), new BanTarget(accomplice, suspect, accomplices)))
                .isZero();
        assertThat(Rules.faults(new AccompliceRule(), new BanTarget(UUID.randomUUID(), suspect, accomplices)))
                .isEqualTo(1);
    }

    private static FraudReportRequest report(int witnesses, @Nullable Boolean continues) {
        return new FraudReportRequest(
                UUID.randomUUID(),
                "MSP",
                Instant.EPOCH,
                "Fictif",
                "Fictif Responsable",
                Collections.nCopies(witnesses, new FraudReportRequest.Witness("Fictif", "Jurée", DAY)),
                null,
                continues);
    }
}
