package fr.parchemin.results.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts of the Caisse des Dépôts in the shapes seen, and what is none. */
class ReceiptTest {

    private static final String A = "019ab0c4-7e1c-7000-8000-00000000000a";
    private static final String B = "019ab0c4-7e1c-7000-8000-00000000000b";

    private static Receipt read(String xml) {
        return Receipt.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<PassagesOK><idTechnique>%s</idTechnique></PassagesOK><PassagesKO><passage><idTechnique>%s</idTechnique><messageErreur>Premier.</messageErreur><messageErreur>Second.</messageErreur></passage></PassagesKO>",
                "<passagesOK><passage><idTechnique>%s</idTechnique></passage></passagesOK><passagesKO><PASSAGE><messageErreur>Premier.</messageErreur><messageErreur>Second.</messageErreur><IDTECHNIQUE> %s </IDTECHNIQUE></PASSAGE></passagesKO>"
            })
    void isReadInBothShapesAndAnyCase(String passages) {
        Receipt receipt = read(
                "<ns2:rapport xmlns:ns2=\"urn:cdc:cpf:pc5:rapport:schema\"><nomFichier>f.xml</nomFichier><idFlux>X1</idFlux><idTraitement>77</idTraitement>"
                        + passages.formatted(A, B) + "</ns2:rapport>");
        assertThat(receipt.fluxId()).isEqualTo("X1");
        assertThat(receipt.fileName()).isEqualTo("f.xml");
        assertThat(receipt.treatmentId()).isEqualTo("77");
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.verdicts())
                .extracting(v -> v.declarationId() + " " + v.ok() + " " + v.message())
                .containsExactly(A + " true ", B + " false Premier.\nSecond.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<rapport><idFlux>X</idFlux>",
                "<flux><idFlux>X</idFlux></flux>",
                "<rapport/>",
                "<rapport><idFlux>X</idFlux></rapport>",
                "<rapport><idFlux>X</idFlux><PassagesOK/><PassagesKO></PassagesKO></rapport>",
                "<rapport><idFlux>X</idFlux><PassagesKO><passage><messageErreur>Personne.</messageErreur></passage></PassagesKO></rapport>",
                "<?xml version=\"1.0\" encoding=\"none\"?><rapport/>",
                "<rapport><idFlux>X</idFlux><PassagesOK><idTechnique>nobody</idTechnique></PassagesOK></rapport>",
                "<rapport><idFlux>X</idFlux><PassagesOK><idTechnique>" + A
                        + "</idTechnique></PassagesOK><PassagesKO><passage><idTechnique>" + A
                        + "</idTechnique></passage></PassagesKO></rapport>"
            })
    void whatIsNoReceiptIsRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aWrongEncodingIsRefused() {
        byte[] latin = "<rapport><idFlux>été</idFlux></rapport>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Receipt.read(new ByteArrayInputStream(latin))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFirstByteOfNoEncodingIsRefused() {
        ByteArrayInputStream file = new ByteArrayInputStream(new byte[] {(byte) 0x80, '<', 'r', '/', '>'});
        assertThatThrownBy(() -> Receipt.read(file)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingIsReadFromOutside() {
        String xml =
                "<!DOCTYPE rapport [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><rapport><idFlux>&secret;</idFlux></rapport>";
        assertThatThrownBy(() -> read(xml)).isInstanceOf(ProblemException.class);
    }
}
