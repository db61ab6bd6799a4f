package fr.parchemin.results.award;

import fr.parchemin.results.audit.NamesPeople;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.examsession.Identity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An award as its organisation and the authority read it. */
@Schema(name = "Award")
public record AwardView(
        @Schema(examples = "PAR-2026-7K3MX9QD-F") String number,
        Award.Kind kind,
        UUID candidateId,
        @Nullable String holder,
        @Nullable LocalDate bornOn,
        String certificationNumber,
        String title,
        @Nullable String blockCode,
        String label,
        @Nullable ObtainedBy obtainedBy,

        @Schema(description = "By which route it was sat for; null for a title granted by decision.") @Nullable
        String route,

        LocalDate awardedOn,
        State state,
        @Nullable LocalDate withdrawnOn,

        @Schema(
                description =
                        "WITHDRAWN by a decision on it, RECTIFIED by a record that corrects its own, ANNULLED with its session, GROUND_LOST for a title whose block no longer counts.")
        Fact.@Nullable Cause withdrawalCause,

        int version)
        implements NamesPeople {

    @Override
    public Collection<UUID> people() {
        return List.of(candidateId);
    }

    /** Whether the award counts today. */
    public enum State {
        IN_FORCE,
        WITHDRAWN
    }

    static AwardView of(Award a, @Nullable Identity identity) {
        return new AwardView(
                a.number(),
                a.kind(),
                a.candidateId(),
                identity == null ? null : identity.fullName(),
                identity == null ? null : identity.bornOn(),
                a.certificationNumber(),
                a.title(),
                a.blockCode(),
                a.label(),
                a.obtainedBy(),
                a.route(),
                a.awardedOn(),
                a.inForce() ? State.IN_FORCE : State.WITHDRAWN,
                a.withdrawnOn(),
                a.withdrawalCause(),
                a.version());
    }
}
