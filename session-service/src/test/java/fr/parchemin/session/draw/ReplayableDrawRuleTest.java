package fr.parchemin.session.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.Ids;
import fr.parchemin.session.examsession.KitSituation;
import fr.parchemin.session.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** R81. */
class ReplayableDrawRuleTest {

    private static final byte[] SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void oneOfEachTypeIsDrawnAndTheDrawCanBeReplayed() {
        SituationDraw draw = draw(SEED, Events.POOL, List.of("ACTIVE_PRESENCE", "REGULATION"));
        assertThat(draw.drawn().stream().map(KitSituation::type)).containsExactly("ACTIVE_PRESENCE", "REGULATION");
        assertThat(Rules.faults(new ReplayableDrawRule(), draw)).isZero();
    }

    @Test
    void theSameSeedGivesTheSameAndTheProofIsWhatItSays() throws Exception {
        List<UniformDrawPolicy.Step> steps =
                UniformDrawPolicy.draw(SEED, "context", Events.POOL, List.of("ACTIVE_PRESENCE", "REGULATION"));
        assertThat(UniformDrawPolicy.draw(SEED, "context", Events.POOL, List.of("ACTIVE_PRESENCE", "REGULATION")))
                .isEqualTo(steps);
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(SEED, "HmacSHA256"));
        byte[] hmac = mac.doFinal("context|1|ACTIVE_PRESENCE|0".getBytes(StandardCharsets.UTF_8));
        assertThat(steps.getFirst().hmac()).isEqualTo(HexFormat.of().formatHex(hmac));
        assertThat(steps.getFirst().index()).isEqualTo((int)
                Long.remainderUnsigned(java.nio.ByteBuffer.wrap(hmac).getLong(), 2));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(SEED);
        digest.update(
                "AP1|ACTIVE_PRESENCE|Gare\nAP2|ACTIVE_PRESENCE|Résidence\nRG1|REGULATION|Voisins\nRG2|REGULATION|Bus\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(UniformDrawPolicy.commitment(SEED, Events.POOL)).isEqualTo(digest.digest());
    }

    @Test
    void theCommitmentBindsThePool() {
        assertThat(UniformDrawPolicy.commitment(SEED, Events.POOL))
                .isNotEqualTo(
                        UniformDrawPolicy.commitment(SEED, List.of(Events.AP2, Events.AP1, Events.RG1, Events.RG2)));
    }

    @Test
    void nothingIsDrawnTwice() {
        List<String> drawn = UniformDrawPolicy.draw(SEED, "context", Events.POOL, List.of("*", "*", "*", "*")).stream()
                .map(UniformDrawPolicy.Step::code)
                .toList();
        assertThat(drawn).containsExactlyInAnyOrder("AP1", "AP2", "RG1", "RG2");
        assertThatThrownBy(() -> UniformDrawPolicy.draw(SEED, "context", Events.POOL, List.of("*", "*", "*", "*", "*")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Chi-square over 100,000 draws of one among seven: below the 99.9 % quantile of 6 degrees of freedom. */
    @Test
    void everySituationIsAsLikely() {
        List<KitSituation> pool = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pool.add(new KitSituation("S" + i, "REGULATION", "Fictive"));
        }
        Random random = new Random(37722);
        Map<String, Integer> counts = new TreeMap<>();
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            counts.merge(
                    UniformDrawPolicy.draw(seed, "c", pool, List.of("REGULATION"))
                            .getFirst()
                            .code(),
                    1,
                    Integer::sum);
        }
        double expected = draws / 7.0;
        double chiSquare = counts.values().stream()
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        assertThat(counts).hasSize(7);
        assertThat(chiSquare).isLessThan(22.46);
    }

    @Test
    void aPoolThatWasNotCommittedToIsRefused() {
        byte[] seed = new byte[32];
        DrawCommitment committed = new DrawCommitment(
                Ids.next(),
                "MSP",
                1,
                seed,
                UniformDrawPolicy.commitment(seed, Events.POOL),
                Instant.parse("2026-11-23T08:00:00Z"));
        List<KitSituation> other = Events.POOL.subList(1, Events.POOL.size());

        assertThatThrownBy(() -> new SituationDraw(
                        Ids.next(),
                        Ids.next(),
                        Ids.next(),
                        "MSP",
                        1,
                        committed,
                        other,
                        List.of(UniformDrawPolicy.ANY),
                        Instant.parse("2026-11-23T08:30:00Z"),
                        "centre",
                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pool is not the one that was committed to");
    }

    private static SituationDraw draw(byte[] seed, List<KitSituation> pool, List<String> types) {
        return new SituationDraw(
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
                        UniformDrawPolicy.commitment(seed, pool),
                        Instant.parse("2026-11-23T08:00:00Z")),
                pool,
                types,
                Instant.parse("2026-11-23T08:30:00Z"),
                "centre",
                null);
    }
}
