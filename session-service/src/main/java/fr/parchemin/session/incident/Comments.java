package fr.parchemin.session.incident;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an incident to three audiences, which never read each other's part: the candidate, the organisation that
 * trained or enrolled the candidate, and the centre with the authority.
 */
@Schema(name = "IncidentComments", description = "What is said to each of three audiences, kept apart.")
record Comments(
        @Nullable @Size(max = 2000) @Schema(description = "For the candidate, and everybody below.")
        String candidate,

        @Nullable
        @Size(max = 2000)
        @Schema(description = "For the organisation that trained or enrolled the candidate, and the centre.")
        String organisation,

        @Nullable @Size(max = 2000) @Schema(description = "For the centre and the authority only; null for others.")
        String internal) {

    boolean none() {
        return candidate == null && organisation == null && internal == null;
    }

    /** Without the part of the centre and the authority. */
    Comments outside() {
        return new Comments(candidate, organisation, null);
    }
}
