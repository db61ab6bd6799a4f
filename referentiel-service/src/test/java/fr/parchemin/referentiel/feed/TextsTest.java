package fr.parchemin.referentiel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as the feeds write them. */
class TextsTest {

    @Test
    void aDayIsReadWhateverSpaceIsAroundIt() {
        assertThat(Texts.date("29/02/2024")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Texts.date("\t 01/12/0998\u00a0")).isEqualTo(LocalDate.of(998, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "29/02/2023",
                "00/01/2024",
                "31/13/2024",
                "1/2/2024",
                "01-02-2024",
                "01/02/20x4",
                "0:/02/2024",
                "01/02/24",
                "2024/02/01",
                "01/02/2024 10:00",
                "٠١/٠٢/٢٠٢٤"
            })
    void anythingElseIsNoDay(String text) {
        assertThat(Texts.date(text)).isNull();
    }

    @Test
    void whatXmlCannotHoldIsDropped() {
        String held = "a\t\n\r é 😀 \ue000\ufffd";
        assertThat(Texts.inXml(held)).isSameAs(held);
        assertThat(Texts.inXml("\0a\u0002b\u0007\u001f")).isEqualTo("ab");
        assertThat(Texts.inXml("\ud83dx\ude00\ufffe\uffff😀\ud83d")).isEqualTo("x😀");
    }
}
