package fr.parchemin.session.jury;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A jury to appoint. */
@Schema(
        name = "JuryRequest",
        examples =
                "{\"members\": [{\"jurorId\": \"019ac0de-0000-7000-8000-000000000004\", \"charterAcceptedOn\": \"2026-11-02\"}, {\"jurorId\": \"019ac0de-0000-7000-8000-000000000005\", \"charterAcceptedOn\": \"2026-11-03\"}]}")
record JuryRequest(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Member> members,

        @Nullable
        @Size(max = 1000)
        @Schema(description = "Why the jury changes; needed once the session is summoned, and kept in its timeline.")
        String reason) {

    @JsonIgnore
    @AssertTrue(message = "A juror occurs once.")
    @Schema(hidden = true)
    boolean isJurorUnique() {
        return members == null
                || members.stream()
                                .filter(Objects::nonNull)
                                .map(Member::jurorId)
                                .distinct()
                                .count()
                        == members.stream().filter(Objects::nonNull).count();
    }

    /** A member. */
    @Schema(name = "JuryMemberRequest")
    record Member(
            @NotNull UUID jurorId,

            @Nullable @Schema(description = "When the juror accepted the charter; needed for the summons (R57).")
            LocalDate charterAcceptedOn) {}
}
