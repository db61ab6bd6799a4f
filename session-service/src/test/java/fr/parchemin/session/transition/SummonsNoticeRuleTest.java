package fr.parchemin.session.transition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R66. */
class SummonsNoticeRuleTest {

    @ParameterizedTest(name = "{0} on {1}, summoned {2}, reason {3}: {4}")
    @CsvSource({
        "TITLE, 2027-03-08, 2027-02-08, , 0",
        "TITLE, 2027-03-08, 2027-02-09, , 1",
        "TITLE, 2027-03-08, 2027-02-09, Accord, 0",
        "TITLE, 2027-03-31, 2027-02-28, , 0",
        "TITLE, 2027-03-31, 2027-03-01, , 1",
        "TITLE, 2027-02-28, 2027-01-28, , 0",
        "TITLE, 2027-02-28, 2027-01-29, , 1",
        "CCP, 2027-03-08, 2027-02-21, , 0",
        "CCP, 2027-03-08, 2027-02-22, , 1",
        "CCS, 2027-03-08, 2027-02-21, , 0",
        "CCS, 2027-03-08, 2027-02-22, , 1",
        "CCP, 2027-03-08, 2027-03-08, Accord, 0",
    })
    void candidatesAreSummonedInTime(
            SessionType type, LocalDate startsOn, LocalDate today, @Nullable String reason, int faults) {
        assertThat(Rules.faults(new SummonsNoticeRule(), new Notice(type, startsOn, today, reason)))
                .isEqualTo(faults);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "convocation.notice.title, P31D, 1",
        "convocation.notice.title, P28D, 0",
        "convocation.notice.ccp, P60D, 0",
    })
    void theNoticeIsASetting(String key, String value, int faults) {
        Notice notice = new Notice(SessionType.TITLE, LocalDate.of(2027, 3, 8), LocalDate.of(2027, 2, 8), null);
        assertThat(Rules.faults(new SummonsNoticeRule(), notice, key, value)).isEqualTo(faults);
    }
}
