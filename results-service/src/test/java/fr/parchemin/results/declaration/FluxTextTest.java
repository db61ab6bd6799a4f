package fr.parchemin.results.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Pieces of files: what is kept comes out as it left. */
class FluxTextTest {

    private static String written(FluxText text) {
        return new String(text.plain(), 0, text.size(), StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FluxText.unpack(piece, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesTextsAsXmlHasThem() {
        UUID id = UUID.fromString("019ab0c4-7e1c-7000-8f00-f00000000001");
        FluxText text = new FluxText(0);
        text.text("D'ÉTÉ & <FILS> €\ud83d\ude00 \ud83d")
                .id(id)
                .day(LocalDate.of(1999, 1, 2))
                .number(1970);
        assertThat(written(text)).isEqualTo("D'ÉTÉ &amp; &lt;FILS&gt; €\ud83d\ude00 ?" + id + "1999-01-021970");
    }

    @Test
    void aKeptPieceIsReadAsItLeft() throws IOException {
        FluxText.FixedTexts texts = new FluxText.FixedTexts();
        List<FluxText.Fixed> fixed =
                List.of(texts.add("<é>"), texts.add(""), texts.add("x".repeat(40_000)), texts.add("</é>\n"));
        FluxText text = new FluxText(0);
        text.raw("<head>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 10; i++) {
            fixed.forEach(f -> text.fixed(f).text("été & " + f.number()));
        }
        String whole = written(text);
        int size = text.size();
        int packed = text.packedSize();
        text.fixed(fixed.getFirst()).text("taken back");
        text.truncate(size, packed);
        byte[] piece = text.pack(texts.list());
        assertThat(unpacked(piece)).isEqualTo(whole).startsWith("<head><é>été &amp; 0été");
        assertThat(piece).hasSizeLessThan(whole.length() / 5);
    }

    @Test
    void piecesOfBeforeAreGzip() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("été".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(unpacked(gzip.toByteArray())).isEqualTo("été");
    }

    @Test
    void whatNoXmlCanHoldIsNotWritten() {
        FluxText text = new FluxText(0);
        assertThatIllegalArgumentException().isThrownBy(() -> text.text("a\u0001"));
        assertThat(Arrays.copyOf(text.plain(), text.size())).isEmpty();
    }
}
