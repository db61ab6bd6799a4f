package fr.parchemin.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens with the real key of the issuer, good ones and those that an attacker or a slow client would send. */
public final class TestTokens {

    private static final Duration HOUR = Duration.ofHours(1);

    private TestTokens() {}

    /** A good token of a centre. */
    public static String good() {
        return signed(key(), claims(HOUR).build());
    }

    /** A good token with one role. */
    public static String withRole(String role) {
        return signed(key(), claims(HOUR).claim("roles", List.of(role)).build());
    }

    /** Everything that must be refused, by what is wrong with it. */
    public static Map<String, String> bad() {
        try {
            RSAKey key = key();
            RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
            SignedJWT symmetric = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims(HOUR).build());
            symmetric.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            String good = good();
            return Map.of(
                    "expired", signed(key, claims(Duration.ofMinutes(-5)).build()),
                    "another audience",
                            signed(key, claims(HOUR).audience("somebody-else").build()),
                    "another issuer",
                            signed(
                                    key,
                                    claims(HOUR)
                                            .issuer("https://issuer.example")
                                            .build()),
                    "nobody's", signed(key, claims(HOUR).subject(null).build()),
                    "another key under the same id", signed(other, claims(HOUR).build()),
                    "signed with the public key as a secret", symmetric.serialize(),
                    "not signed", new PlainJWT(claims(HOUR).build()).serialize(),
                    "signature cut off", good.substring(0, good.lastIndexOf('.') + 1),
                    "altered", good.replace(good.substring(good.indexOf('.') + 5, good.indexOf('.') + 9), "AAAA"),
                    "no token at all", "abc");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims(Duration left) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class))
                .subject("demo-centre")
                .audience("parchemin")
                .claim("client_id", "demo-centre")
                .claim("siret", "98222438800016")
                .claim("roles", List.of("centre"))
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plus(left)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            Path home = Path.of(ConfigProvider.getConfig().getValue("test.issuer.home", String.class));
            return RSAKey.parse(Files.readString(home.resolve("issuer-key.json")));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
