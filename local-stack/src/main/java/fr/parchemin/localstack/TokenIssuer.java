package fr.parchemin.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * A small OpenID provider for one machine: discovery, keys and the client credentials grant for {@link DemoClient}s. It
 * listens on the loopback interface only and is never on the class path of a service.
 */
public final class TokenIssuer implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RSAKey key;

    private TokenIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /**
     * Starts the issuer.
     *
     * @param home folder that keeps the signing key, so that tokens outlive a restart
     * @param port TCP port on 127.0.0.1, 0 for any free one
     */
    public static TokenIssuer start(Path home, int port) {
        try {
            RSAKey key = keyIn(home);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            TokenIssuer issuer = new TokenIssuer(server, key);
            server.createContext("/.well-known/openid-configuration", x -> issuer.reply(x, 200, issuer.discovery()));
            server.createContext("/jwks", x -> issuer.reply(x, 200, new JWKSet(key).toJSONObject()));
            server.createContext("/oauth/token", issuer::token);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return issuer;
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException("the token issuer did not start on port " + port, e);
        }
    }

    /** Its address, which is also the {@code iss} of its tokens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token for a client, as the token endpoint would give it. */
    public String tokenFor(DemoClient client) {
        try {
            Instant now = Instant.now();
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(url())
                    .subject(client.id())
                    .audience("parchemin")
                    .claim("client_id", client.id())
                    .claim("roles", List.of(client.role()))
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(LIFETIME)))
                    .jwtID(UUID.randomUUID().toString());
            if (client.siret() != null) {
                claims.claim("siret", client.siret());
            }
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the token could not be signed", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/jwks",
                "token_endpoint", url() + "/oauth/token",
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            reply(exchange, 405, Map.of("error", "invalid_request"));
            return;
        }
        Map<String, String> form;
        try {
            form = form(new String(exchange.getRequestBody().readNBytes(8192), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            reply(exchange, 400, Map.of("error", "invalid_request", "error_description", "Send a form."));
            return;
        }
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            addCredentials(basic.substring("Basic ".length()), form);
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            reply(
                    exchange,
                    400,
                    Map.of(
                            "error",
                            "unsupported_grant_type",
                            "error_description",
                            "Send grant_type=client_credentials."));
            return;
        }
        var client = DemoClient.byId(form.getOrDefault("client_id", ""))
                .filter(c -> c.secret().equals(form.get("client_secret")));
        if (client.isEmpty()) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"parchemin\"");
            reply(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        reply(
                exchange,
                200,
                Map.of(
                        "access_token", tokenFor(client.get()),
                        "token_type", "Bearer",
                        "expires_in", LIFETIME.toSeconds()));
    }

    private static void addCredentials(String encoded, Map<String, String> form) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2) {
                form.put("client_id", decode(pair[0]));
                form.put("client_secret", decode(pair[1]));
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: the client stays unknown and gets a 401.
            form.remove("client_id");
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&")) {
            String[] pair = field.split("=", 2);
            if (pair.length == 2) {
                form.put(decode(pair[0]), decode(pair[1]));
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void reply(HttpExchange exchange, int status, Map<String, ?> body) {
        try (exchange) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey keyIn(Path home) throws IOException, JOSEException, ParseException {
        Path file = home.resolve("issuer-key.json");
        if (Folders.hasContent(file)) {
            return RSAKey.parse(Files.readString(file));
        }
        RSAKey key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
        Folders.writeSecret(file, key.toJSONString());
        return key;
    }
}
