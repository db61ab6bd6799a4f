package fr.parchemin.session;

import fr.parchemin.kit.problem.ProblemDetails;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What all operations have in common in the contract. */
@OpenAPIDefinition(
        info = @Info(title = "Parchemin: sessions", version = "1"),
        security = @SecurityRequirement(name = "bearer"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "bearer",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description = "OpenID Connect access token, audience parchemin."),
                        parameters = {
                            @Parameter(
                                    name = "Idempotency-Key",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "Sending the request again under the same key gives the first answer and has no second effect; kept for seven days.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 255),
                                    example = "0d6f9c9e-5d6e-4f8b-9a51-5a0f2a3f1c77"),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "Rows on the page.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "500",
                                                    defaultValue = "50")),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description = "next of the page before, with the same filters.",
                                    schema = @Schema(type = SchemaType.STRING))
                        },
                        responses = {
                            @APIResponse(
                                    name = "NotModified",
                                    description = "You hold this version already (If-None-Match)."),
                            @APIResponse(
                                    name = "InvalidRequest",
                                    description =
                                            "The request is not well formed: unknown field or parameter, wrong type, wrong code; violations lists everything at once.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description = "No token, or one that is not in force.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "None of your roles may call this operation.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "No such thing, or it is not yours to see: both look the same.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "Conflict",
                                    description =
                                            "The state does not allow this, or the same thing or one that overlaps it is recorded already; detail says what is missing.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "Stale",
                                    description =
                                            "If-Match names another version than the one recorded: read again, then decide.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description = "The body is larger than 1 MB.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "Send application/json.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "RuleBroken",
                                    description =
                                            "The regulation does not allow this: violations lists every broken rule with its number. Also when the request names something that does not exist (yet).",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class))),
                            @APIResponse(
                                    name = "PreconditionRequired",
                                    description =
                                            "Something is recorded already: send If-Match with the ETag of the GET.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemDetails.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemDetails.class)))
                        }))
public class SessionApi extends Application {}
