package fr.parchemin.gateway.discovery;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is and what their roles let them call.
 *
 * @param client the client application
 * @param subject login of the person or program
 * @param roles roles in the token
 * @param siret SIRET of the organisation that limits what a centre or a platform sees, null for the others
 * @param expiresAt when the token ends
 * @param operations every operation that the roles allow
 */
@Schema(name = "Me")
public record MeView(
        @Schema(examples = "demo-centre") String client,
        @Schema(examples = "demo-centre") String subject,

        @Schema(examples = "[\"centre\"]") List<String> roles,

        @Schema(
                description = "The organisation that limits what a centre or a platform sees.",
                examples = "98222438800016")
        @Nullable
        String siret,

        @Schema(description = "When the token ends.") @Nullable
        Instant expiresAt,

        @Schema(description = "Every operation that the roles allow.")
        List<Allowed> operations) {

    /**
     * One operation that the caller may call.
     *
     * @param operationId its id in the description of the API
     * @param method HTTP method
     * @param path path with its parameters in braces
     */
    @Schema(name = "AllowedOperation")
    public record Allowed(
            @Schema(examples = "getMe") String operationId,
            @Schema(examples = "GET") String method,
            @Schema(examples = "/v1/me") String path) {}
}
