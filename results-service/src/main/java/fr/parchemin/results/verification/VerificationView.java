package fr.parchemin.results.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.AwardView;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer of a verification. Every mismatch gives the same one, which tells nothing. */
@Schema(name = "Verification")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationView(
        @Schema(description = "Whether number, name and date of birth belong together.")
        boolean authentic,

        @Schema(description = "What was awarded; absent when nothing fits.") @Nullable
        AwardFacts award) {

    /** What an authentic award is. */
    @Schema(name = "VerifiedAward")
    public record AwardFacts(
            String number,
            Award.Kind kind,
            String certificationNumber,
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String blockCode,

            LocalDate awardedOn,
            AwardView.State state) {}

    static final VerificationView NO = new VerificationView(false, null);

    static VerificationView yes(Award award) {
        return new VerificationView(
                true,
                new AwardFacts(
                        award.number(),
                        award.kind(),
                        award.certificationNumber(),
                        award.title(),
                        award.blockCode(),
                        award.awardedOn(),
                        award.inForce() ? AwardView.State.IN_FORCE : AwardView.State.WITHDRAWN));
    }
}
