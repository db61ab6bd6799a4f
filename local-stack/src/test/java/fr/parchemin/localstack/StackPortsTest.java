package fr.parchemin.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackPortsTest {

    @Test
    void namesThePortAndThePartThatAnotherProgramHas() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports = new StackPorts(other.getLocalPort() - new StackPorts(0).session());

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StackException.class)
                    .hasMessage("Port " + other.getLocalPort() + ", which session needs, is taken by another program:"
                            + " stop it, or move all ports with PARCHEMIN_PORT_SHIFT=100.");
        }
    }

    @Test
    void seesAProgramThatListensOnEveryAddress() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(Ports.isFree(other.getLocalPort())).isFalse();
        }
    }

    @Test
    void usualPortsWithoutAShift() {
        StackPorts ports = StackPorts.of(null);

        assertThat(ports.gateway()).isEqualTo(8080);
        assertThat(ports.referentiel()).isEqualTo(8081);
        assertThat(ports.session()).isEqualTo(8082);
        assertThat(ports.results()).isEqualTo(8083);
        assertThat(ports.issuer()).isEqualTo(8090);
        assertThat(ports.postgres()).isEqualTo(15432);
        assertThat(ports.kafka()).isEqualTo(19092);
    }

    @ParameterizedTest
    @CsvSource({"ten, must be a number", "-1, must be a number from 0", "70000, must be a number from 0"})
    void aShiftThatMakesNoSense(String shift, String message) {
        assertThatThrownBy(() -> StackPorts.of(shift))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(message);
    }
}
