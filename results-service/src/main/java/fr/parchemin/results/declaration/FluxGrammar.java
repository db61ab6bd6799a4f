package fr.parchemin.results.declaration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The part of a schema that says what a passage is, read from the schema itself and made fast: it knows the documents that
 * {@link FluxFormat} writes (children in the order of the schema, no attribute but {@code xsi:nil}, no comment, three escapes) and
 * is sure of them or is not. Sure means that the schema accepts; of anything else the schema itself has to be asked (D6).
 */
final class FluxGrammar {

    private static final int NOT_SURE = -1;
    private static final String PASSAGE = "passageCertification";

    /** What stands between two tags. */
    private sealed interface Content permits Children, Choice, Text {}

    /** Each once at most, in this order; a schema with {@code xs:all} allows any other too. */
    private record Children(Tag[] children) implements Content {}

    /** Exactly one of them. */
    private record Choice(Tag[] children) implements Content {}

    private record Text(Facets facets) implements Content {}

    private record Tag(byte[] open, byte[] close, byte[] nil, boolean required, boolean nillable, Content content) {}

    /** What a text may be. */
    private sealed interface Facets permits Length, OneOf, Whole, Day, Unknown {}

    private record Length(int shortest, int longest) implements Facets {}

    private record OneOf(byte[][] values) implements Facets {}

    private record Whole(int least, int most) implements Facets {}

    /** A date from 1900 to 2099 without a zone. */
    private record Day() implements Facets {}

    /** Nothing that the format writes. */
    private record Unknown() implements Facets {}

    private final Map<String, Element> types = new HashMap<>();
    private final Tag passage;

    /** Of a schema as a document. */
    FluxGrammar(Document schema) {
        for (Element type : children(schema.getDocumentElement())) {
            types.put(type.getLocalName() + ' ' + type.getAttribute("name"), type);
        }
        this.passage = tag(PASSAGE, PASSAGE, true, false);
    }

    /**
     * Whether these bytes surely are passages of the schema, one after the other.
     *
     * @param to the end of them, exclusive
     */
    boolean accepts(byte[] xml, int from, int to) {
        int at = from;
        while (at < to) {
            if (!starts(xml, at, to, passage.open())) {
                return false;
            }
            at = element(passage, xml, at, to);
            if (at == NOT_SURE || at == to || xml[at] != '\n') {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Where the element that begins here ends; its opening tag was seen. */
    private static int element(Tag tag, byte[] xml, int at, int to) {
        int content = at + tag.open().length;
        int end =
                switch (tag.content()) {
                    case Text(Facets facets) -> text(facets, xml, content, to);
                    case Children(Tag[] children) -> children(children, xml, content, to);
                    case Choice(Tag[] children) -> choice(children, xml, content, to);
                };
        return end != NOT_SURE && starts(xml, end, to, tag.close()) ? end + tag.close().length : NOT_SURE;
    }

    private static int children(Tag[] children, byte[] xml, int from, int to) {
        int at = from;
        for (Tag child : children) {
            if (starts(xml, at, to, child.open())) {
                at = element(child, xml, at, to);
                if (at == NOT_SURE) {
                    return NOT_SURE;
                }
            } else if (child.nillable() && starts(xml, at, to, child.nil())) {
                at += child.nil().length;
            } else if (child.required()) {
                return NOT_SURE;
            }
        }
        return at;
    }

    private static int choice(Tag[] children, byte[] xml, int at, int to) {
        for (Tag child : children) {
            if (starts(xml, at, to, child.open())) {
                return element(child, xml, at, to);
            }
        }
        return NOT_SURE;
    }

    private static boolean starts(byte[] xml, int at, int to, byte[] with) {
        return at + with.length <= to && Arrays.equals(xml, at, at + with.length, with, 0, with.length);
    }

    /** Where the text that begins here ends; not sure when it breaks the facets. */
    private static int text(Facets facets, byte[] xml, int from, int to) {
        return switch (facets) {
            case Length(int shortest, int longest) -> string(shortest, longest, xml, from, to);
            case OneOf(byte[][] values) -> {
                int end = plain(xml, from, to);
                for (byte[] value : values) {
                    if (Arrays.equals(xml, from, end, value, 0, value.length)) {
                        yield end;
                    }
                }
                yield NOT_SURE;
            }
            case Whole(int least, int most) -> {
                int end = plain(xml, from, to);
                int value = digits(xml, from, end);
                yield value >= least && value <= most ? end : NOT_SURE;
            }
            case Day() -> {
                int end = plain(xml, from, to);
                yield end - from == 10 && day(xml, from) ? end : NOT_SURE;
            }
            case Unknown() -> NOT_SURE;
        };
    }

    private static int plain(byte[] xml, int from, int to) {
        int at = from;
        while (at < to && xml[at] != '<') {
            at++;
        }
        return at;
    }

    /** A number of one to four digits; less than nothing for anything else. */
    private static int digits(byte[] xml, int from, int end) {
        if (end == from || end - from > 4) {
            return NOT_SURE;
        }
        int value = 0;
        for (int i = from; i < end; i++) {
            if (xml[i] < '0' || xml[i] > '9') {
                return NOT_SURE;
            }
            value = 10 * value + xml[i] - '0';
        }
        return value;
    }

    private static boolean day(byte[] xml, int from) {
        int year = digits(xml, from, from + 4);
        int month = digits(xml, from + 5, from + 7);
        int day = digits(xml, from + 8, from + 10);
        if (xml[from + 4] != '-' || xml[from + 7] != '-' || year < 1900 || year > 2099 || month < 1 || month > 12) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int longest =
                switch (month) {
                    case 2 -> leap ? 29 : 28;
                    case 4, 6, 9, 11 -> 30;
                    default -> 31;
                };
        return day >= 1 && day <= longest;
    }

    /**
     * Well-formed text of a length. A character beyond the first 65,536 counts twice towards the longest and once towards the
     * shortest: whichever way the schema counts, sure is sure.
     */
    private static int string(int shortest, int longest, byte[] xml, int from, int to) {
        int at = from;
        int characters = 0;
        int units = 0;
        while (at < to && xml[at] != '<') {
            int b = xml[at];
            if (b == '&') {
                int length = escape(xml, at, to);
                if (length == NOT_SURE) {
                    return NOT_SURE;
                }
                at += length;
            } else if (b >= ' ' && b != '>') {
                at++;
            } else {
                int length = wide(xml, at, to);
                if (length == NOT_SURE) {
                    return NOT_SURE;
                }
                at += length;
                if (length == 4) {
                    units++;
                }
            }
            characters++;
            units++;
        }
        return characters >= shortest && units <= longest ? at : NOT_SURE;
    }

    private static final byte[][] ESCAPES = {bytes("&amp;"), bytes("&lt;"), bytes("&gt;")};

    private static int escape(byte[] xml, int at, int to) {
        for (byte[] escape : ESCAPES) {
            if (starts(xml, at, to, escape)) {
                return escape.length;
            }
        }
        return NOT_SURE;
    }

    /** How many bytes a character of several takes, when it is well written and XML can hold it. */
    private static int wide(byte[] xml, int at, int to) {
        int first = xml[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > to) {
            return NOT_SURE;
        }
        int point = first & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            if ((xml[at + i] & 0xc0) != 0x80) {
                return NOT_SURE;
            }
            point = point << 6 | xml[at + i] & 0x3f;
        }
        boolean held =
                switch (length) {
                    case 2 -> true;
                    case 3 -> point >= 0x800 && !(point >= 0xd800 && point <= 0xdfff) && point < 0xfffe;
                    default -> point >= 0x10000 && point <= 0x10ffff;
                };
        return held ? length : NOT_SURE;
    }

    private Tag tag(String name, String type, boolean required, boolean nillable) {
        return new Tag(
                bytes("<cpf:" + name + '>'),
                bytes("</cpf:" + name + '>'),
                bytes("<cpf:" + name + " xsi:nil=\"true\"/>"),
                required,
                nillable,
                content(type));
    }

    private Content content(String type) {
        if (type.equals("xs:boolean")) {
            return new Text(new OneOf(new byte[][] {bytes("true"), bytes("false")}));
        }
        Element complex = types.get("complexType " + type);
        if (complex == null) {
            return new Text(facets(Objects.requireNonNull(types.get("simpleType " + type), type)));
        }
        Element model = children(complex).getFirst();
        Tag[] children = children(model).stream()
                .map(e -> tag(
                        e.getAttribute("name"),
                        e.getAttribute("type"),
                        !e.getAttribute("minOccurs").equals("0"),
                        e.getAttribute("nillable").equals("true")))
                .toArray(Tag[]::new);
        return switch (model.getLocalName()) {
            case "all", "sequence" -> new Children(children);
            // Of a repeated one, a single one is enough to be sure.
            case "choice" -> new Choice(children);
            default -> throw new IllegalStateException("the schema has " + model.getLocalName());
        };
    }

    private static Facets facets(Element simple) {
        Element restriction = children(simple).getFirst();
        Map<String, List<String>> facets = new HashMap<>();
        for (Element facet : children(restriction)) {
            facets.computeIfAbsent(facet.getLocalName(), f -> new ArrayList<>()).add(facet.getAttribute("value"));
        }
        return switch (restriction.getAttribute("base")
                + ' '
                + String.join(" ", facets.keySet().stream().sorted().toList())) {
            case "xs:string maxLength minLength" -> new Length(one(facets, "minLength"), one(facets, "maxLength"));
            case "xs:string enumeration" ->
                new OneOf(Objects.requireNonNull(facets.get("enumeration")).stream()
                        .map(FluxGrammar::bytes)
                        .toArray(byte[][]::new));
            case "xs:int maxInclusive minInclusive" ->
                new Whole(one(facets, "minInclusive"), one(facets, "maxInclusive"));
            case "xs:date pattern" ->
                facets.containsValue(List.of("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")) ? new Day() : new Unknown();
            default -> new Unknown();
        };
    }

    private static int one(Map<String, List<String>> facets, String name) {
        return Integer.parseInt(Objects.requireNonNull(facets.get(name)).getFirst());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                children.add(e);
            }
        }
        return children;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
