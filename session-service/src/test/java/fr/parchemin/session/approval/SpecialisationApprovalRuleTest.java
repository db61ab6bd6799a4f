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
            @Nullable List<Period> complementApprovals)
            implements SpecialisationApprovalRule.Case {

        @Override
        public LocalDate firstDay() {
            return FIRST;
        }

        @Override
        public LocalDate lastDay() {
            return LAST;
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
        assertThat(Rules.faults(new SpecialisationApprovalRule<>(), new Asked(complement, until(title), until(own))))
                .isEqualTo(faults);
    }
}
