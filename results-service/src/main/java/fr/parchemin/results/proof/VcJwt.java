package fr.parchemin.results.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;

/**
 * A credential inside a JSON Web Token (VC-JWT): JWS compact form, {@code alg} EdDSA, {@code typ} vc+jwt, the credential itself
 * as the claims.
 *
 * @param header what says how it is signed
 * @param credential the claims
 * @param signedText header and claims as they were signed
 * @param signature 64 bytes
 */
public record VcJwt(ObjectNode header, ObjectNode credential, String signedText, byte[] signature) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    /** The token of a credential. The same credential and key give the same token. */
    public static String sign(ObjectNode credential, SigningKey key) {
        ObjectNode header = credential.objectNode();
        header.put("alg", "EdDSA");
        header.put("typ", "vc+jwt");
        header.put("cty", "vc");
        header.put("kid", key.id());
        String text = encode(header.toString()) + "." + encode(credential.toString());
        return text + "." + ENCODER.encodeToString(Ed25519.sign(text.getBytes(StandardCharsets.US_ASCII), key.key()));
    }

    /**
     * Reads a token without believing it.
     *
     * @throws MalformedException when it is none, or signed otherwise than is known here
     */
    public static VcJwt read(String token) throws MalformedException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new MalformedException("it is neither a JSON object nor a JSON Web Token");
        }
        ObjectNode header = StrictJson.object(new String(decode(parts[0]), StandardCharsets.UTF_8));
        // The algorithm is known beforehand: what a token says of itself chooses nothing.
        if (!header.path("alg").asText().equals("EdDSA") || header.has("crit") || header.has("b64")) {
            throw new MalformedException("its header does not ask for EdDSA, the only algorithm known here");
        }
        return new VcJwt(
                header,
                StrictJson.object(StrictJson.text(decode(parts[1]))),
                parts[0] + "." + parts[1],
                decode(parts[2]));
    }

    /** The address of the key that it names. */
    public String keyId() throws MalformedException {
        JsonNode kid = header.path("kid");
        if (!kid.isTextual()) {
            throw new MalformedException("its header names no key (kid)");
        }
        return kid.textValue();
    }

    /** Whether it was signed, exactly so, by the holder of this key. */
    public boolean verify(PublicKey key) {
        return Ed25519.verify(signedText.getBytes(StandardCharsets.US_ASCII), signature, key);
    }

    private static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decode(String part) throws MalformedException {
        try {
            byte[] bytes = DECODER.decode(part);
            // Java forgives padding and spare bits; two spellings of one token are one too many.
            if (ENCODER.encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("its parts are not base64url", e);
        }
        throw new MalformedException("its parts are not base64url as it is written");
    }
}
