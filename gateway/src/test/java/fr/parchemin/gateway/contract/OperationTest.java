package fr.parchemin.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationTest {

    @Test
    void allowsByRole() {
        Operation open = new Operation("a", "GET", "/a", true, Set.of());
        Operation anyToken = new Operation("b", "GET", "/b", false, Set.of());
        Operation jurors = new Operation("c", "GET", "/c", false, Set.of("juror", "centre"));
        assertThat(open.allows(List.of())).isTrue();
        assertThat(anyToken.allows(List.of())).isTrue();
        assertThat(jurors.allows(List.of())).isFalse();
        assertThat(jurors.allows(List.of("platform"))).isFalse();
        assertThat(jurors.allows(List.of("platform", "juror"))).isTrue();
    }
}
