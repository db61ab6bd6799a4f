package fr.parchemin.session.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R27. */
class BlockAlreadyHeldRuleTest {

    @ParameterizedTest(name = "sits {0}, holds {1}, title {2}: {3}")
    @CsvSource({
        "RNCP37722BC02, RNCP37722BC02, false, 1",
        "RNCP37722BC02, RNCP37722BC01, false, 0",
        "RNCP37722BC02, RNCP37722BC01, true, 1",
        "TITLE, RNCP37722BC02, false, 0",
        "TITLE, RNCP37722BC02, true, 0",
    })
    void aBlockIsObtainedOnce(String target, String held, boolean title, int faults) {
        Applicant a = target.equals("TITLE") ? new Applicant() : new Applicant().block(target);
        a.blocks = Set.of(held);
        a.title = title;
        assertThat(Rules.faults(new BlockAlreadyHeldRule(), a.build())).isEqualTo(faults);
        assertThat(Rules.faults(new BlockAlreadyHeldRule(), a.build(), "enrolment.reject-held-ccp", "false"))
                .isZero();
    }
}
