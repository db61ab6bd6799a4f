package fr.parchemin.referentiel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Identifiers as they stand in public data: those that are right, those that are not, and those that a spreadsheet hurt. */
class IdentifierTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "/identifier/vectors.csv", delimiter = ';', numLinesToSkip = 1)
    void isJudgedAsItShould(String kind, String value, String verdict) {
        boolean valid =
                switch (kind) {
                    case "SIRET" -> Siret.isValid(value);
                    case "SIREN" -> Siret.isValidSiren(value);
                    case "RNCP", "RS" -> CertificationNumber.isValid(value);
                    case "BLOC" -> BlockCode.isValid(value);
                    default -> Nomenclature.valueOf(kind).isValid(value);
                };

        assertThat(valid).isEqualTo(verdict.equals("true"));
        if (kind.equals("SIRET")) {
            assertThat(Siret.isValid(Siret.ofFeed(value))).isEqualTo(!verdict.equals("false"));
            assertThat(Siret.remark(value, Siret.ofFeed(value)).isEmpty()).isEqualTo(verdict.equals("true"));
        }
    }

    @Test
    void whatWasPutBackIsSaid() {
        assertThat(Siret.remark("2408240600034", Siret.ofFeed("2408240600034")))
                .contains("2408240600034 is read as 02408240600034");
        assertThat(Siret.remark("732 829 320", Siret.ofFeed("732 829 320"))).contains("732 829 320 is not a SIRET");
        assertThat(Siret.ofFeed(" MONACOCONFO001\t")).isEqualTo("MONACOCONFO001");
        assertThat(Siret.remark("\t110 000 072 00014", Siret.ofFeed("\t110 000 072 00014")))
                .isEmpty();
    }

    @Test
    void wordsForSearchingHaveNothingButLettersAndNumbers() {
        assertThat(Normalised.words("  Soudeur/soudeuse <TIG> n°2 ")).isEqualTo("soudeur soudeuse tig n 2");
        assertThat(Normalised.words("L’œuvre d'Été : 3,5 t\uF0B7C++")).isEqualTo("l oeuvre d ete 3 5 t c");
        assertThat(Normalised.words("100 m², ½ 😀 𝐀")).isEqualTo("100 m² ½ 𝐀");
        assertThat(Normalised.words(" - ")).isEmpty();
    }
}
