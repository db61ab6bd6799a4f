package fr.parchemin.referentiel.feed;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML feed of France compétences (V4.1, and what is known of V2 and V3), one record in memory at a time.
 *
 * <p>The order of elements and their cardinalities are not published, so none is relied on: an unknown element is kept and
 * counted, a missing or empty one is null, an absent list is empty. A document type is refused, so no entity can be
 * declared in a feed.
 */
public final class FeedReader implements AutoCloseable {

    private static final int DEEPEST = 32;
    /** The largest published text is 64 KB; a record a hundred times as large is none. */
    private static final int LONGEST_RECORD = 16_000_000;

    private final XMLStreamReader xml;
    private final SortedMap<String, Integer> unknownTags = new TreeMap<>();
    private @Nullable String version;
    private int characters;

    /**
     * Opens a feed.
     *
     * @param in the XML file, not closed by this reader
     * @throws FeedException when it does not begin like a feed
     */
    public FeedReader(InputStream in) {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            xml = factory.createXMLStreamReader(in);
            if (!nextElement() || !xml.getLocalName().equals("FICHES")) {
                throw new FeedException("not a feed of France compétences: the root element is not FICHES");
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /**
     * The next record, null after the last one.
     *
     * @throws FeedException when the file is not well-formed from here on
     */
    public @Nullable FeedEntry next() {
        try {
            while (nextElement()) {
                int line = xml.getLocation().getLineNumber();
                String name = xml.getLocalName();
                characters = 0;
                Element element = read(name, 1);
                if (name.equals("FICHE")) {
                    FicheMapping mapping = new FicheMapping(line, element);
                    FeedEntry entry = mapping.entry();
                    mapping.unknownTags().forEach(tag -> unknownTags.merge(tag, 1, Integer::sum));
                    return entry;
                }
                if (name.equals("VERSION_FLUX")) {
                    String text = element.ownText();
                    version = text == null ? null : Texts.trimmed(text);
                } else {
                    unknownTags.merge(name, 1, Integer::sum);
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Version that the feed says it has; null as long as it has not said so. */
    public @Nullable String version() {
        return version;
    }

    /** Elements met so far that no known version of the feed has, with how often. */
    public Map<String, Integer> unknownTags() {
        return Map.copyOf(unknownTags);
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Moves to the next element at the present level; false at the end of its parent. */
    private boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD -> throw new FeedException("a feed has no document type");
                default -> {
                    // White space, comments and processing instructions between records.
                }
            }
        }
        return false;
    }

    private Element read(String name, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new FeedException("elements nested too deeply" + position());
        }
        Element element = new Element(name);
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.append(read(xml.getLocalName(), depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    String text = xml.getText();
                    characters += text.length();
                    if (characters > LONGEST_RECORD) {
                        throw new FeedException("a record of more than " + LONGEST_RECORD + " characters" + position());
                    }
                    element.append(text);
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FeedException("an entity that XML does not define" + position());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                default -> {
                    // Comments and processing instructions say nothing about a certification.
                }
            }
        }
    }

    private String position() {
        return " at line " + xml.getLocation().getLineNumber();
    }

    private static FeedException broken(XMLStreamException e) {
        String line =
                e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
        return new FeedException("not well-formed XML" + line, e);
    }
}
