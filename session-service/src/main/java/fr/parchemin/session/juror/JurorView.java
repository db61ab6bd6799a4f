package fr.parchemin.session.juror;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A juror as callers see it. */
@Schema(name = "Juror", description = "A professional who may sit on juries.")
public record JurorView(
        UUID id,
        int version,
        @Schema(examples = "demo-juror-1") String subject,
        String lastName,
        String firstName,
        @Nullable String employerSiret,
        Instant createdAt) {

    static JurorView of(Juror j) {
        return new JurorView(
                j.id(), j.version(), j.subject(), j.lastName(), j.firstName(), j.employerSiret(), j.createdAt());
    }
}
