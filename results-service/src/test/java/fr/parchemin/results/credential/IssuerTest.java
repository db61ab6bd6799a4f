package fr.parchemin.results.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    /** What hangs on a wall cannot be mended: a slash at the end of the setting is in no code that is printed. */
    @ParameterizedTest
    @ValueSource(strings = {"https://parchemin.example", "https://parchemin.example/"})
    void sendsWhoScansADocumentToThePage(String publicUrl) {
        Issuer issuer = new Issuer(URI.create(publicUrl), "Parchemin");
        assertThat(issuer.verification("PAR-2026-7K3MX9QD-F"))
                .isEqualTo("https://parchemin.example/verification?number=PAR-2026-7K3MX9QD-F");
    }

    @Test
    void writesACheckCharacterSoThatAnAddressHoldsIt() {
        Issuer issuer = new Issuer(URI.create("https://parchemin.example"), "Parchemin");
        assertThat(issuer.verification("PAR-2026-7K3MX9QD-~"))
                .isEqualTo("https://parchemin.example/verification?number=PAR-2026-7K3MX9QD-%7E");
    }
}
