package fr.parchemin.results.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the head of a file is wrong for everybody in it: it is told when a file is ordered. */
class CdcTermsTest {

    private static CdcTerms terms(
            String emitter, String certifier, String contract, String depositor, String schemaVersion) {
        return new CdcTerms(
                Optional.of(emitter),
                Optional.of(certifier),
                Optional.of(contract),
                depositor,
                schemaVersion,
                "P3M",
                "P30D",
                200_000,
                200_000_000,
                true);
    }

    @ParameterizedTest
    @CsvSource({
        "TEST0001, TEST0002, CONTRAT-FICTIF, CERTIFCATEUR, 1.1.5, cdc.depositor",
        "TEST0001, TEST0002, CONTRAT-FICTIF, CERTIFCATEUR, 1.1.2, cdc.depositor",
        "TEST0001, TEST0002, CONTRAT-FICTIF, '', 1.1.5, cdc.depositor",
        "TEST\u0001001, TEST0002, CONTRAT-FICTIF, CERTIFICATEUR, 1.1.5, cdc.emitter-client-id",
        "TEST0001, TEST000, CONTRAT-FICTIF, CERTIFICATEUR, 1.1.5, cdc.certifier-client-id",
        "TEST0001, TEST0002, CONTRAT\u0001FICTIF, CERTIFICATEUR, 1.1.5, cdc.contract-id"
    })
    void aSettingThatTheSchemaRefusesIsNamed(
            String emitter, String certifier, String contract, String depositor, String schemaVersion, String named) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> terms(emitter, certifier, contract, depositor, schemaVersion)
                        .sender());
        assertThat(refused.kind().status()).isEqualTo(422);
        assertThat(refused.violations())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("setting " + named);
    }

    @Test
    void theTwoNaturesOfADepositorAreTaken() {
        for (String schema : new String[] {"1.1.2", "1.1.5"}) {
            assertThat(terms("TEST0001", "TEST0002", "CONTRAT-FICTIF", "CERTIFICATEUR", schema)
                            .sender()
                            .depositor())
                    .isEqualTo("CERTIFICATEUR");
            assertThat(terms("TEST<001", "TEST&002", "É", "TIERS_CONFIANCE", schema)
                            .sender()
                            .depositor())
                    .isEqualTo("TIERS_CONFIANCE");
        }
    }
}
