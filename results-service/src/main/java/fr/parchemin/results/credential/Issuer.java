package fr.parchemin.results.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Under which name and address credentials are issued. The address ({@code parchemin.public-url}) is where the world reaches
 * the gateway; it is written into every credential, so it must stay.
 */
@ApplicationScoped
public class Issuer {

    private final String url;
    private final String did;
    private final String name;

    Issuer(
            @ConfigProperty(name = "parchemin.public-url") URI publicUrl,
            @ConfigProperty(name = "parchemin.issuer.name") String name) {
        String path = publicUrl.getRawPath();
        if (publicUrl.getAuthority() == null || (path != null && !path.isEmpty() && !path.equals("/"))) {
            throw new IllegalArgumentException(
                    "parchemin.public-url must be the address of a host without a path, such as https://parchemin.example: "
                            + publicUrl);
        }
        this.url = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
        this.did = "did:web:" + publicUrl.getAuthority().replace(":", "%3A");
        this.name = name;
    }

    /** An address as the world sees it. */
    public String url(String path) {
        return url + path;
    }

    /** Where anybody verifies an award. Its number alone: nothing of a person stands in an address. */
    public String verification(String number) {
        return url("/verification?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    /** Whose credentials these are ({@code did:web}); the document is found at {@code /.well-known/did.json}. */
    public String did() {
        return did;
    }

    public String name() {
        return name;
    }

    /** The address of one of the keys in the issuer's document. */
    String keyAddress(String keyId) {
        return did + "#" + keyId;
    }

    String statusList(int list) {
        return url("/v1/credentials/status/" + list);
    }
}
