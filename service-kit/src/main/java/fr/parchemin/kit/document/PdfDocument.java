package fr.parchemin.kit.document;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Makes documents that last and that everybody can read: PDF/A-3a (ISO 19005-3, level A) tagged as PDF/UA (ISO 14289-1) asks,
 * with its fonts inside. What it needs it takes from the HTML: {@code lang} of the root, {@code <title>},
 * {@code <meta name="description">}, headings, tables with {@code <th>}, lists, and an {@code alt} for each image.
 *
 * <p>Fonts: {@code "EB Garamond"} in regular, italic and semi-bold (600); any other is not found. Nothing is fetched from
 * outside: an address in the HTML other than {@code data:} stays empty.
 *
 * <p>A service that uses it depends on {@code openhtmltopdf-pdfbox}; others do without.
 */
public final class PdfDocument {

    private static final String FONT = "EB Garamond";
    private static final byte[] REGULAR = resource("/fonts/EBGaramond-Regular.ttf");
    private static final byte[] ITALIC = resource("/fonts/EBGaramond-Italic.ttf");
    private static final byte[] SEMI_BOLD = resource("/fonts/EBGaramond-SemiBold.ttf");
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** Control characters and the like: XML 1.0 has no place for them, and text pasted from elsewhere brings them along. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private PdfDocument() {}

    /**
     * Renders a document.
     *
     * @param html well-formed XML (XHTML); a character in it that XML cannot hold becomes a space
     * @return the file
     */
    public static byte[] of(String html) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(64 << 10);
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfAConformance(PdfAConformance.PDFA_3_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(SRGB)
                    .useFont(() -> new ByteArrayInputStream(REGULAR), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(ITALIC), FONT, 400, FontStyle.ITALIC, true)
                    .useFont(() -> new ByteArrayInputStream(SEMI_BOLD), FONT, 600, FontStyle.NORMAL, true)
                    .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                    .useHttpStreamImplementation(PdfDocument::nothing)
                    .withHtmlContent(NOT_XML.matcher(html).replaceAll(" "), null)
                    .withProducer("Parchemin")
                    .toStream(file)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be rendered", e);
        }
        return file.toByteArray();
    }

    private static FSStream nothing(String uri) {
        throw new IllegalArgumentException("documents fetch nothing: " + uri);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfDocument.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
