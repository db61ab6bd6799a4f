package fr.parchemin.session.enrolment;

import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.identifier.Identifiers;
import fr.parchemin.session.identifier.Siret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A candidate to enrol. */
@Schema(
        name = "EnrolmentRequest",
        examples =
                "{\"candidateId\": \"019ac0de-0000-7000-8000-000000000003\", \"route\": \"CONTINUING\", \"trainingProviderSiret\": \"98222438800016\", \"trainingStartedOn\": \"2026-03-02\", \"trainingEndedOn\": \"2026-11-06\"}")
record EnrolmentRequest(
        @NotNull UUID candidateId,

        @NotNull @Schema(description = "Must be open in the record of the title (R17).")
        AccessRoute route,

        @Nullable @Siret @Schema(description = "The body that trained the candidate; needed but for a VAE (R18, R19).")
        String trainingProviderSiret,

        @Nullable LocalDate trainingStartedOn,
        @Nullable LocalDate trainingEndedOn,

        @Nullable @Schema(description = "Notification of the VAE admissibility, for the route EXPERIENCE (R22).")
        LocalDate vaeAdmissibleSince,

        @Nullable
        @Positive
        @Max(100)
        @Schema(description = "More time, in percent: the measure, never its ground (R29).", examples = "33")
        Integer extraTimePercent,

        @Nullable
        @Schema(
                description =
                        "Whether more time was granted without saying how much: then a third more, or what adaptation.extra-time-ratio says (R29). Left out where extraTimePercent is given.")
        Boolean extraTime) {

    EnrolmentRequest {
        trainingProviderSiret = Identifiers.digitsOrNull(trainingProviderSiret);
    }

    Enrolment.Path path() {
        return new Enrolment.Path(route, trainingProviderSiret, trainingStartedOn, trainingEndedOn, vaeAdmissibleSince);
    }
}
