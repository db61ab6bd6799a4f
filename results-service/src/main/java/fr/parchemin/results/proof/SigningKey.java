package fr.parchemin.results.proof;

import java.security.PrivateKey;

/**
 * What signs.
 *
 * @param id address of the key in the issuer's document, {@code did:web:…#…}
 */
public record SigningKey(String id, PrivateKey key) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
