package fr.parchemin.results.credential;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps private keys unreadable in the database and its backups: AES-256-GCM under a secret that only the configuration
 * knows ({@code parchemin.credentials.key}, 32 random bytes in Base64), bound to the key's own name.
 */
@ApplicationScoped
class KeySeal {

    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final Optional<SecretKeySpec> secret;
    private final SecureRandom random = new SecureRandom();

    KeySeal(@ConfigProperty(name = "parchemin.credentials.key") Optional<String> secret) {
        this.secret = secret.map(text -> {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length != KEY_LENGTH) {
                throw new IllegalArgumentException(
                        "parchemin.credentials.key must be 32 random bytes in Base64: openssl rand -base64 32");
            }
            return new SecretKeySpec(bytes, "AES");
        });
    }

    byte[] seal(byte[] plain, String name) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, name);
        byte[] both = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_LENGTH, sealed.length);
        return both;
    }

    byte[] open(byte[] sealed, String name) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(sealed, NONCE_LENGTH),
                Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length),
                name);
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, String name) {
        SecretKeySpec key = secret.orElseThrow(
                () -> new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "Credentials cannot be signed: the service has no PARCHEMIN_CREDENTIALS_KEY (openssl rand -base64 32)."));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(
                    CommonProblem.UNAVAILABLE,
                    "Credentials cannot be signed: PARCHEMIN_CREDENTIALS_KEY is not the one that the signing key was kept with.");
        }
    }
}
