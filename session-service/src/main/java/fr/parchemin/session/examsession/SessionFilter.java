package fr.parchemin.session.examsession;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which sessions a list has. */
class SessionFilter {

    @QueryParam("certificationNumber")
    @Size(max = 20)
    @Parameter(description = "Only of this certification.", example = "RNCP37722")
    @Nullable
    String certificationNumber;

    @QueryParam("centreId")
    @Parameter(description = "Only of this centre.")
    @Nullable
    UUID centreId;

    @QueryParam("type")
    @Parameter(description = "Only of this type.")
    @Nullable
    SessionType type;

    @QueryParam("state")
    @Parameter(description = "Only in this state.")
    @Nullable
    SessionState state;

    @QueryParam("from")
    @Parameter(description = "Only those that end on this day or later.", example = "2026-11-01")
    @Nullable
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Only those that start on this day or earlier.", example = "2026-11-30")
    @Nullable
    LocalDate to;

    Object[] values() {
        return new Object[] {certificationNumber, centreId, type, state, from, to};
    }
}
