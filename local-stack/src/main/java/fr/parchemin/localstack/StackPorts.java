package fr.parchemin.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The TCP ports of the system on one machine, all on 127.0.0.1.
 *
 * @param shift what is added to every usual port, so that two copies can run beside each other
 */
record StackPorts(int shift) {

    /** Environment variable that holds the shift. */
    static final String VARIABLE = "PARCHEMIN_PORT_SHIFT";

    private static final int HIGHEST_SHIFT = 40_000;

    StackPorts {
        if (shift < 0 || shift > HIGHEST_SHIFT) {
            throw new StackException(VARIABLE + " must be a number from 0 to " + HIGHEST_SHIFT + ".");
        }
    }

    static StackPorts of(@Nullable String shift) {
        try {
            return new StackPorts(shift == null || shift.isBlank() ? 0 : Integer.parseInt(shift.strip()));
        } catch (NumberFormatException e) {
            throw new StackException(VARIABLE + " must be a number, and is '" + shift + "'.", e);
        }
    }

    int gateway() {
        return 8080 + shift;
    }

    int referentiel() {
        return 8081 + shift;
    }

    int session() {
        return 8082 + shift;
    }

    int results() {
        return 8083 + shift;
    }

    int issuer() {
        return 8090 + shift;
    }

    int postgres() {
        return 15432 + shift;
    }

    int kafka() {
        return 19092 + shift;
    }

    int kafkaController() {
        return 19093 + shift;
    }

    /** Makes sure that nobody else listens where the system is going to. */
    void requireFree() {
        all().forEach((part, port) -> {
            if (!Ports.isFree(port)) {
                throw new StackException(
                        "Port %d, which %s needs, is taken by another program: stop it, or move all ports with %s=100."
                                .formatted(port, part, VARIABLE));
            }
        });
    }

    private Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("the gateway", gateway());
        all.put("referentiel", referentiel());
        all.put("session", session());
        all.put("results", results());
        all.put("the token issuer", issuer());
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        return all;
    }
}
