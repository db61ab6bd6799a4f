package fr.parchemin.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionBenchTest {

    @Test
    void thereAreCandidatesForTheLargestScheduleToo() {
        assertThat(SessionBench.people(1, 60, List.of(15, 60, 150))).isEqualTo(150);
        assertThat(SessionBench.people(100, 60, List.of(15, 60, 150))).isEqualTo(6_000);
        assertThat(SessionBench.people(2, 3, List.of())).isEqualTo(6);
    }
}
