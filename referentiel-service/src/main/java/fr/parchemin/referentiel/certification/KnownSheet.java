package fr.parchemin.referentiel.certification;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import has to know of a certification that is recorded already.
 *
 * @param rawHash digest of the bytes in which it came last; null when nobody knows
 * @param active whether its registration runs today
 * @param missing whether the last export did not hold it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by cameAs alone
public record KnownSheet(
        String number,
        byte @Nullable [] rawHash,
        String contentHash,
        boolean active,
        @Nullable String acronym,
        boolean missing) {

    /** Whether a record with this digest is the one recorded, byte by byte. */
    public boolean cameAs(byte[] digest) {
        return rawHash != null && Arrays.equals(rawHash, digest);
    }

    /** Numbers, for a statement on many rows. */
    static String[] numbers(List<KnownSheet> sheets) {
        return sheets.stream().map(KnownSheet::number).toArray(String[]::new);
    }
}
