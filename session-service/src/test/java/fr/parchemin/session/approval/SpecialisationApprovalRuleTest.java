package fr.parchemin.session.approval;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R34. */
class SpecialisationApprovalRuleTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 8);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 9);

    private record Asked(
            @Nullable String complement,
            @Nullable List<Period> titleApprovals,
            @Nullable List<Period> complementApprovals,
            @Nullable LocalDate titleEnds)
            implements SpecialisationApprovalRule.Case {

        @Override
        public LocalDate firstDay() {
            return FIRST;
        }

        @Override
        public LocalDate lastDay() {
            return LAST;
        }

        @Override
        public @Nullable LocalDate titleEndsOn() {
            return titleEnds;
        }
    }

    private static @Nullable List<Period> until(String day) {
        return switch (day) {
            case "-" -> null;
            case "never" -> List.of();
            default -> List.of(new Period(LocalDate.of(2026, 1, 1), LocalDate.parse(day)));
        };
    }

    /** "-" is what another rule, or nobody, looks at. */
    @ParameterizedTest(name = "{0}: title until {1}, complement until {2}: {3}")
    @CsvSource({
        ", never, never, 0",
        "RNCP37722CCS01, 2027-03-09, -, 0",
        "RNCP37722CCS01, 2027-03-08, -, 1",
        "RNCP37722CCS01, never, -, 1",
        "RNCP37722CCS01, -, 2027-03-09, 0",
        "RNCP37722CCS01, -, 2027-03-08, 1",
        "RNCP37722CCS01, -, never, 1",
        "RNCP37722CCS01, never, never, 2"
    })
    void bothAreApprovedOnEveryDay(@Nullable String complement, String title, String own, int faults) {
        assertThat(Rules.faults(
                        new SpecialisationApprovalRule<>(), new Asked(complement, until(title), until(own), null)))
                .isEqualTo(faults);
    }

    @ParameterizedTest(name = "title ends on {0}, complement until {1}: {2}")
    @CsvSource({
        "2027-03-08, 2027-03-08, 0",
        "2026-12-31, 2026-12-31, 0",
        "2026-12-31, 2026-12-30, 1",
        "2028-07-02, 2027-03-08, 1"
    })
    void anApprovalToTheLastDayHoldsOnInTheGraceYear(LocalDate titleEnds, String own, int faults) {
        Asked asked = new Asked("RNCP37722CCS01", null, until(own), titleEnds);
        assertThat(Rules.faults(new SpecialisationApprovalRule<>(), asked)).isEqualTo(faults);
        assertThat(Rules.faults(new SpecialisationApprovalRule<>(), asked, "approval.grace-extension", "false"))
                .isEqualTo(1);
    }
}
