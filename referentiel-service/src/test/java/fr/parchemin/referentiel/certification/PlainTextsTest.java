package fr.parchemin.referentiel.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "R&D et C++|R&D et C++",
                "moins de 3 < 4 et x<y|moins de 3 < 4 et x<y",
                "m&eacute;tier|métier",
                "m&amp;eacute;tier|métier",
                "m&amp;amp;eacute;tier|métier",
                "&inconnu; reste|&inconnu; reste",
                "un<br/>deux|un\\ndeux",
                "&lt;p class=\"x\"&gt;Un&lt;/p&gt;&lt;p&gt;deux&lt;/p&gt;|Un\\ndeux",
                "<ul><li>a</li><li>b & c</li></ul>|a\\nb & c",
                "<b>gras</b> et <script>|gras et"
            })
    void htmlGoesAndTheRestStays(String raw, String plain) {
        assertThat(PlainTexts.plain(raw)).isEqualTo(plain.replace("\\n", "\n"));
    }

    @Test
    void whatTheSourceSaidIsToldAsItCame() {
        byte[] json = """
                {"title":"m&amp;eacute;tier","level":{"value":3},"blocks":[{"label":"&agrave; l&apos;\u00e9cole"}],
                "source":{"otherFields":[{"text":"&eacute;"}]}}""".getBytes(UTF_8);

        assertThat(new String(PlainTexts.of(json), UTF_8))
                .isEqualTo("{\"title\":\"métier\",\"level\":{\"value\":3},\"blocks\":[{\"label\":\"à l'école\"}],"
                        + "\"source\":{\"otherFields\":[{\"text\":\"&eacute;\"}]}}");
    }
}
