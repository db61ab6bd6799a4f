package fr.parchemin.session.enrolment;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.identifier.Siret;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Who would be enrolled, and how. */
class EligibilityQuery {

    @QueryParam("candidateId")
    @NotNull
    @Parameter(description = "Candidate that you may see.", required = true)
    @Nullable
    UUID candidateId;

    @QueryParam("route")
    @NotNull
    @Parameter(description = "Access route.", required = true)
    @Nullable
    AccessRoute route;

    @QueryParam("trainingProviderSiret")
    @Siret
    @Parameter(description = "As in the enrolment.")
    @Nullable
    String trainingProviderSiret;

    @QueryParam("trainingStartedOn")
    @Parameter(description = "As in the enrolment.")
    @Nullable
    LocalDate trainingStartedOn;

    @QueryParam("trainingEndedOn")
    @Parameter(description = "As in the enrolment.")
    @Nullable
    LocalDate trainingEndedOn;

    @QueryParam("vaeAdmissibleSince")
    @Parameter(description = "As in the enrolment.")
    @Nullable
    LocalDate vaeAdmissibleSince;
}
