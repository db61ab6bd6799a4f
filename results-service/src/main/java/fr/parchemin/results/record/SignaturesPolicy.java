package fr.parchemin.results.record;

import fr.parchemin.results.examsession.Juror;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * R107: the record is signed when every member of the jury who was present has signed it ({@code pv.signatures} =
 * {@code ALL_PRESENT}). Source: règlement général of 2008, 3.1.
 */
final class SignaturesPolicy {

    private SignaturesPolicy() {}

    /** Whether no signature is missing. */
    static boolean complete(List<Juror> present, Collection<UUID> signed) {
        return present.stream().map(Juror::id).allMatch(signed::contains);
    }
}
