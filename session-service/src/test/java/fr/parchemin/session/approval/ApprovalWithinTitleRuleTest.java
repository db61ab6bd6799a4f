package fr.parchemin.session.approval;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R31. */
class ApprovalWithinTitleRuleTest {

    @ParameterizedTest(name = "until {0}, title until {1}: {2}")
    @CsvSource({"2028-07-02, 2028-07-02, 0", "2028-07-03, 2028-07-02, 1", "2040-01-01, , 0"})
    void notAfterTheTitle(LocalDate until, @Nullable LocalDate end, int faults) {
        assertThat(Rules.faults(new ApprovalWithinTitleRule(), new Grant(null, LocalDate.EPOCH, until, end, List.of())))
                .isEqualTo(faults);
    }
}
