package fr.parchemin.session.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** R81: anybody can replay a draw, here with the Python script of the documentation. */
class DrawProofScriptTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    @BeforeAll
    static void python() {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!there) {
            System.out.println("SKIPPED: python3 is not on the PATH, docs/draw-proof.py is not run");
        }
        assumeTrue(there, "python3 is not on the PATH");
    }

    @Test
    void theScriptRecomputesDraws() throws Exception {
        Random random = new Random(37722);
        for (int i = 0; i < 20; i++) {
            assertThat(verdict(proof(random))).isEqualTo("the draw holds");
        }
    }

    @Test
    void theScriptSeesAForgery() throws Exception {
        ObjectNode otherPick = proof(new Random(1));
        ObjectNode pick = (ObjectNode) otherPick.path("picks").get(0);
        pick.put("code", pick.path("code").asText().equals("AP1") ? "AP2" : "AP1");
        assertThat(verdict(otherPick)).startsWith("pick 1 gives");
        ObjectNode otherPool = proof(new Random(1));
        ((ObjectNode) otherPool.path("pool").get(0)).put("label", "Autre");
        assertThat(verdict(otherPool)).isEqualTo("the commitment is not the hash of seed and pool");
    }

    private static ObjectNode proof(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        SituationDraw draw = new SituationDraw(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "MSP",
                1,
                new DrawCommitment(
                        Ids.next(),
                        "MSP",
                        1,
                        seed,
                        UniformDrawPolicy.commitment(seed, Events.POOL),
                        Instant.parse("2026-11-23T08:00:00Z")),
                Events.POOL,
                List.of("ACTIVE_PRESENCE", "REGULATION"),
                Instant.parse("2026-11-23T08:30:00Z"),
                "centre",
                null);
        JsonNode json = JSON.valueToTree(DrawProofView.of(draw, true));
        return (ObjectNode) json;
    }

    private static String verdict(JsonNode proof) throws Exception {
        Path file = Files.createTempFile("proof", ".json");
        Files.writeString(file, proof.toString());
        Process script = new ProcessBuilder("python3", "../docs/draw-proof.py")
                .redirectErrorStream(true)
                .redirectInput(file.toFile())
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(script.waitFor()).isEqualTo(said.equals("the draw holds") ? 0 : 1);
        Files.delete(file);
        return said;
    }
}
