package fr.parchemin.session.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.Titles;
import fr.parchemin.session.approval.Period;
import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R32, with the extension of R33. */
class ApprovalCoversSessionRuleTest {

    private static final List<Period> TWO_HALVES = List.of(
            new Period(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 31)),
            new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30)));
    private static final List<Period> WITH_A_GAP = List.of(
            new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 29)),
            new Period(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 31)));

    @ParameterizedTest(name = "{0} to {1}: {2} whole, {3} halves, {4} gap")
    @CsvSource({
        "2027-03-08, 2027-03-09, 0, 0, 0",
        "2024-12-31, 2025-01-01, 1, 1, 1",
        "2027-06-30, 2027-07-01, 0, 0, 1",
        "2027-06-29, 2027-07-01, 0, 0, 1",
        "2027-12-31, 2028-01-01, 0, 1, 1",
        "2028-07-02, 2028-07-02, 0, 1, 1",
    })
    void everyDayIsApproved(String from, String to, int whole, int halves, int gap) {
        assertThat(faults(from, to, Declarations.APPROVED)).isEqualTo(whole);
        assertThat(faults(from, to, TWO_HALVES)).isEqualTo(halves);
        assertThat(faults(from, to, WITH_A_GAP)).isEqualTo(gap);
        assertThat(faults(from, to, List.of())).isEqualTo(1);
    }

    @ParameterizedTest(name = "approved until {0}: {1}")
    @CsvSource({"2028-07-02, 0", "2028-07-01, 1"})
    void anApprovalToTheLastDayHoldsOnInTheGraceYear(LocalDate until, int faults) {
        Declaration d = Declarations.of(
                "2028-07-01",
                "2028-09-04",
                "2028-01-01",
                Titles.valid(),
                List.of(new Period(LocalDate.of(2025, 1, 1), until)));
        assertThat(Rules.faults(new ApprovalCoversSessionRule(), d)).isEqualTo(faults);
        assertThat(Rules.faults(new ApprovalCoversSessionRule(), d, "approval.grace-extension", "false"))
                .isEqualTo(1);
    }

    private static int faults(String from, String to, List<Period> approvals) {
        return Rules.faults(
                new ApprovalCoversSessionRule(), Declarations.of(from, to, "2024-01-01", Titles.valid(), approvals));
    }
}
