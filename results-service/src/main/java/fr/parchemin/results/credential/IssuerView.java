package fr.parchemin.results.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.parchemin.results.proof.Ed25519;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the issuer publishes of itself. No name of a person is in it. */
final class IssuerView {

    private IssuerView() {}

    /** The issuer's document (W3C Decentralized Identifiers). */
    @Schema(name = "IssuerDocument")
    record DidDocument(
            @JsonProperty("@context") @Schema(name = "@context")
            List<String> context,

            @Schema(examples = "did:web:parchemin.example") String id,

            @Schema(description = "Every key that signs or signed credentials; a revoked one says since when.")
            List<Method> verificationMethod,

            @Schema(description = "Addresses of the keys whose credentials are believed.")
            List<String> assertionMethod) {

        static DidDocument of(Issuer issuer, List<IssuerKey> keys) {
            return new DidDocument(
                    List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"),
                    issuer.did(),
                    keys.stream().map(k -> Method.of(issuer, k)).toList(),
                    keys.stream()
                            .filter(k -> k.revokedAt() == null)
                            .map(k -> issuer.keyAddress(k.id()))
                            .toList());
        }
    }

    /** One key. */
    @Schema(name = "IssuerMultikey")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Method(
            String id,
            @Schema(examples = "Multikey") String type,
            String controller,

            @Schema(examples = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK")
            String publicKeyMultibase,

            @Nullable Instant revoked) {

        static Method of(Issuer issuer, IssuerKey key) {
            return new Method(
                    issuer.keyAddress(key.id()),
                    "Multikey",
                    issuer.did(),
                    Ed25519.multikey(key.publicKey()),
                    key.revokedAt() == null ? null : key.revokedAt().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** The keys as a JSON Web Key Set (RFC 7517). */
    @Schema(name = "IssuerKeySet")
    record KeySet(List<Jwk> keys) {

        static KeySet of(Issuer issuer, List<IssuerKey> keys) {
            return new KeySet(keys.stream()
                    .filter(k -> k.revokedAt() == null)
                    .map(k -> new Jwk(
                            "OKP", "Ed25519", "EdDSA", "sig", issuer.keyAddress(k.id()), Ed25519.jwkX(k.publicKey())))
                    .toList());
        }
    }

    /** One key (RFC 8037). */
    @Schema(name = "IssuerJwk")
    record Jwk(String kty, String crv, String alg, String use, String kid, String x) {}

    /** Every key there ever was. */
    @Schema(name = "IssuerKeyHistory")
    record History(@Schema(description = "From the newest.") List<KeyView> items) {}

    /** A key and what became of it. */
    @Schema(name = "IssuerKey")
    record KeyView(
            @Schema(description = "The public key, as a Multikey writes it.")
            String id,

            State state,
            Instant createdAt,
            @Nullable Instant retiredAt,
            @Nullable Instant revokedAt) {

        /** Whether it signs, and whether it is believed. */
        enum State {
            ACTIVE,
            RETIRED,
            REVOKED
        }

        static KeyView of(IssuerKey key) {
            State state =
                    key.revokedAt() != null ? State.REVOKED : key.retiredAt() != null ? State.RETIRED : State.ACTIVE;
            return new KeyView(key.id(), state, key.createdAt(), key.retiredAt(), key.revokedAt());
        }
    }
}
