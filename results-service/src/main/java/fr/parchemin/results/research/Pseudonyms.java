package fr.parchemin.results.research;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The names that people go by in one file: HMAC-SHA-256 of their id under a key that is drawn for the file and forgotten with
 * this object. Nobody can tell whether a name of one file and a name of another are the same person, nor try ids out.
 */
final class Pseudonyms {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    Pseudonyms() {
        byte[] key = random();
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** 32 random bytes. */
    static byte[] random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The name of one person, 43 letters, digits, hyphens and underscores. */
    String of(UUID person) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(id));
    }
}
