package fr.parchemin.results.declaration;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A title that was awarded and is to be declared.
 *
 * @param identityVersion the version of the identity that it prints (R122)
 * @param sessionId the session where it was obtained, null for a title granted by equivalence
 * @param enrolmentId the place of the candidate in it, null likewise
 * @param route by which it was sat for, null likewise
 * @param byEquivalence whether every block was granted by decision
 * @param awardedOn day of the award, from which the time allowed runs
 */
public record Declarable(
        String awardNumber,
        String certificationNumber,
        UUID candidateId,
        int identityVersion,
        @Nullable UUID sessionId,
        @Nullable UUID enrolmentId,
        @Nullable String route,
        boolean byEquivalence,
        @Nullable String centreSiret,
        LocalDate awardedOn) {}
