package fr.parchemin.results.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialDocumentTest {

    /** Awarded and fetched in Nouméa at half past eight on the 2nd, it is the evening of the 1st in Paris. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-02, 2026-07-01T21:30:00.123456Z, 2026-07-01T21:30:00Z",
        "2026-07-02, 2026-07-01T22:00:00Z, 2026-07-01T22:00:00Z",
        "2026-07-02, 2026-07-09T08:00:00Z, 2026-07-01T22:00:00Z"
    })
    void isValidFromTheDayOfTheAwardOrFromItsIssueWhereThatDayBeganEarlier(
            LocalDate awardedOn, Instant issuedAt, Instant validFrom) {
        assertThat(CredentialDocument.validFrom(awardedOn, issuedAt)).isEqualTo(validFrom);
    }
}
