package fr.parchemin.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R112: the day of the award is a day at the place of the exam. */
class AwardDatePolicyTest {

    @ParameterizedTest
    @CsvSource({
        "RECORD_VALIDATION,Europe/Paris,2026-12-02",
        "DELIBERATION,Europe/Paris,2026-11-24",
        "RECORD_VALIDATION,Indian/Reunion,2026-12-02",
        "DELIBERATION,America/Martinique,2026-11-23"
    })
    void isTheDayThatTheParameterNames(AwardDatePolicy.Basis basis, String place, LocalDate day) {
        Instant deliberated = Instant.parse("2026-11-23T23:30:00Z");
        Instant validated = Instant.parse("2026-12-02T10:00:00Z");
        assertThat(AwardDatePolicy.on(basis, deliberated, validated, ZoneId.of(place)))
                .isEqualTo(day);
    }
}
