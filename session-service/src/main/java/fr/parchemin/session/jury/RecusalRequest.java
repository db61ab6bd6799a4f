package fr.parchemin.session.jury;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conflict to record. */
@Schema(
        name = "RecusalRequest",
        examples =
                "{\"jurorId\": \"019ac0de-0000-7000-8000-000000000004\", \"enrolmentId\": \"019ac0de-0000-7000-8000-000000000006\", \"ground\": \"TRAINER\", \"declaredBy\": \"JUROR\"}")
record RecusalRequest(
        @NotNull UUID jurorId,
        @NotNull UUID enrolmentId,

        @NotNull @Schema(description = "SAME_EMPLOYER: R52, TRAINER: R53, PERSONAL: R54.")
        Ground ground,

        @NotNull @Schema(enumeration = {"JUROR", "CANDIDATE", "CENTRE"})
        DeclaredBy declaredBy) {

    @JsonIgnore
    @AssertTrue(message = "declaredBy is JUROR, CANDIDATE or CENTRE.")
    @Schema(hidden = true)
    boolean isDeclaredBySomebody() {
        return declaredBy != DeclaredBy.SYSTEM;
    }
}
