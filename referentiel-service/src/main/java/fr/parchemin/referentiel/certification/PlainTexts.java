package fr.parchemin.referentiel.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.referentiel.sheet.StoredJson;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The texts of a sheet as a person reads them. Registers publish some of them as HTML, escaped once or twice
 * ({@code &amp;amp;eacute;}): the sheet keeps that, and this is for whoever only shows it.
 */
final class PlainTexts {

    /** Fields that are told as they came, whatever is asked for. */
    private static final String RAW = "source";

    private static final int DEEPEST_ESCAPING = 4;
    /** Elements of HTML that registers use; any other {@code <x>} is a text that has a less-than sign. */
    private static final Pattern HTML = Pattern.compile(
            "</?(?:a|b|br|div|em|font|h[1-6]|i|li|o:p|ol|p|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    private PlainTexts() {}

    /** @param json a whole {@link SheetView} */
    static byte[] of(byte[] json) {
        return StoredJson.bytes(plain(StoredJson.parse(json)));
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(plain(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> array.add(plain(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(p -> object.set(p.getKey(), p.getKey().equals(RAW) ? p.getValue() : plain(p.getValue())));
            return object;
        }
        return node;
    }

    /** A text without entities and elements of HTML; breaks, paragraphs and items begin a line. */
    static String plain(String text) {
        String open = text;
        for (int i = 0; i < DEEPEST_ESCAPING && open.indexOf('&') >= 0; i++) {
            open = Parser.unescapeEntities(open, true);
        }
        if (!HTML.matcher(open).find()) {
            return open;
        }
        Element body = Jsoup.parseBodyFragment(open).body();
        body.select("p, div, li, tr, h1, h2, h3, h4, h5, h6").before("\n");
        return body.wholeText().strip();
    }
}
