package fr.parchemin.referentiel.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One {@code FICHE} of a feed as its bytes, not yet parsed.
 *
 * @param line line of the file on which it begins, from 1
 * @param bytes from {@code <FICHE>} to {@code </FICHE>}
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the scanner to the parser, never compared
public record RawRecord(int line, byte[] bytes) {

    private static final byte[] NUMBER = "<NUMERO_FICHE>".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 40;
    private static final int DIGEST_BYTES = 16;

    /** The number, when it stands where it always does; null leaves it to the parser. */
    public @Nullable String number() {
        int from = Bytes.indexOf(bytes, 0, bytes.length, NUMBER);
        if (from < 0) {
            return null;
        }
        from += NUMBER.length;
        int to = from;
        while (to < bytes.length && bytes[to] != '<' && to - from < LONGEST_NUMBER) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
    }

    /** Digest by which a record that came before in the same bytes is recognised. */
    public byte[] digest() {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
