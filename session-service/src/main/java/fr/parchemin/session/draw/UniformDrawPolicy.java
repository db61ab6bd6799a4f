package fr.parchemin.session.draw;

import fr.parchemin.session.examsession.KitSituation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * R81 (FICHE; CHARTER): the draw is random and uniform, and can be replayed. A pure function of a random seed, of the
 * pool in its order and of what is to be drawn, so that anybody with the proof gets the same situations again.
 *
 * <p>For pick {@code i} of type {@code t}, among the {@code n} situations of the pool of that type not yet drawn, in the order of
 * the pool: {@code v} = the first 8 bytes, big-endian and unsigned, of HMAC-SHA256(seed, {@code context|i|t|counter}), counter
 * from 0; while {@code v} is not below the largest multiple of {@code n} up to 2^64 the counter grows, which keeps the draw
 * exactly uniform; the situation drawn has index {@code v mod n}. The commitment is SHA-256 of the seed followed by a line
 * {@code code|type|label} and a line feed for each situation of the pool.
 */
final class UniformDrawPolicy {

    /** Name and definition of the algorithm, as the proof gives it. */
    static final String ALGORITHM =
            "parchemin-draw-1: for pick i (from 1) of type t, candidates = situations of the pool of type t (any when t is *)"
                    + " not yet drawn, in pool order, n of them; v = first 8 bytes, big-endian unsigned, of"
                    + " HMAC-SHA256(key = seed, message = UTF-8 of context|i|t|counter), counter from 0, growing while"
                    + " v >= 2^64 - (2^64 mod n); index = v mod n. commitment = SHA-256(seed, then UTF-8 of code|type|label"
                    + " and a line feed for each situation of the pool).";

    /** Any type. */
    static final String ANY = "*";

    private static final BigInteger RANGE = BigInteger.TWO.pow(64);

    private UniformDrawPolicy() {}

    /**
     * One pick.
     *
     * @param pick number, from 1
     * @param candidates codes among which was drawn
     * @param counter counter of the accepted value
     * @param hmac the accepted HMAC in hexadecimal digits
     * @param index place among the candidates
     */
    record Step(int pick, String type, List<String> candidates, int counter, String hmac, int index, String code) {}

    /**
     * Draws.
     *
     * @param context what the draw is for; it makes two draws with one seed differ
     * @param types type of each pick, {@link #ANY} for any
     * @throws IllegalArgumentException when the pool has too few situations of a type
     */
    static List<Step> draw(byte[] seed, String context, List<KitSituation> pool, List<String> types) {
        List<KitSituation> left = new ArrayList<>(pool);
        List<Step> steps = new ArrayList<>();
        for (String type : types) {
            int pick = steps.size() + 1;
            List<KitSituation> candidates = left.stream()
                    .filter(s -> type.equals(ANY) || s.type().equals(type))
                    .toList();
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("no situation of type " + type + " is left");
            }
            BigInteger n = BigInteger.valueOf(candidates.size());
            BigInteger limit = RANGE.subtract(RANGE.mod(n));
            for (int counter = 0; ; counter++) {
                byte[] hmac = hmac(seed, context + "|" + pick + "|" + type + "|" + counter);
                BigInteger value = new BigInteger(1, java.util.Arrays.copyOf(hmac, 8));
                if (value.compareTo(limit) < 0) {
                    int index = value.mod(n).intValueExact();
                    KitSituation drawn = candidates.get(index);
                    left.remove(drawn);
                    steps.add(new Step(
                            pick,
                            type,
                            candidates.stream().map(KitSituation::code).toList(),
                            counter,
                            HexFormat.of().formatHex(hmac),
                            index,
                            drawn.code()));
                    break;
                }
            }
        }
        return steps;
    }

    /** What binds the seed and the pool together. */
    static byte[] commitment(byte[] seed, List<KitSituation> pool) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed);
            for (KitSituation s : pool) {
                digest.update((s.code() + "|" + s.type() + "|" + s.label() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
