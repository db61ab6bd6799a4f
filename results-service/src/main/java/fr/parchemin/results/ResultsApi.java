package fr.parchemin.results;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What operations have in common in the contract. */
@OpenAPIDefinition(
        info = @Info(title = "Parchemin results", version = "1"),
        components =
                @Components(
                        parameters =
                                @Parameter(
                                        name = "Idempotency-Key",
                                        in = ParameterIn.HEADER,
                                        description =
                                                "Sending the request again under the same key gives the first answer and has no second effect; kept for seven days.",
                                        schema = @Schema(type = SchemaType.STRING, maxLength = 255),
                                        example = "0d6f9c9e-5d6e-4f8b-9a51-5a0f2a3f1c77")))
public class ResultsApi extends Application {}
