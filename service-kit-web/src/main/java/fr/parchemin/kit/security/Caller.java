package fr.parchemin.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request under way, read from the verified token. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Login of the person or program ({@code sub}); {@code anonymous} without a token. */
    public String subject() {
        return token().map(JsonWebToken::getSubject).orElse("anonymous");
    }

    /** The client application ({@code client_id}, or {@code azp} as some providers name it). */
    public String clientId() {
        return claim("client_id").or(() -> claim("azp")).orElseGet(this::subject);
    }

    /** SIRET of the organisation that the caller acts for (claim {@code siret}): the data scope of centres and platforms. */
    public Optional<String> siret() {
        return claim("siret");
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken jwt ? Optional.of(jwt) : Optional.empty();
    }

    private Optional<String> claim(String name) {
        return token().flatMap(t -> t.<Object>claim(name)).map(Object::toString).filter(s -> !s.isBlank());
    }
}
