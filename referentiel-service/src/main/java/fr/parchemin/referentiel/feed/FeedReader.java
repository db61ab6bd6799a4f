package fr.parchemin.referentiel.feed;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
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
 * counted, a missing or empty one is null, an absent list is empty.
 */
public final class FeedReader {

    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    private final RecordScanner scanner;
    private final SortedMap<String, Integer> unknownTags = new TreeMap<>();

    /**
     * Opens a feed.
     *
     * @param in the XML file, not closed by this reader
     * @throws FeedException when it does not begin like a feed
     */
    public FeedReader(InputStream in) {
        scanner = new RecordScanner(in);
    }

    /**
     * The next record, null after the last one.
     *
     * @throws FeedException when the file is not well-formed from here on
     */
    public @Nullable FeedEntry next() {
        RawRecord record = scanner.next();
        return record == null ? null : parse(record, unknownTags);
    }

    /** Version that the feed says it has; null as long as it has not said so. */
    public @Nullable String version() {
        return scanner.version();
    }

    /** Elements met so far that no known version of the feed has, with how often. */
    public Map<String, Integer> unknownTags() {
        SortedMap<String, Integer> all = new TreeMap<>(scanner.unknownTags());
        unknownTags.forEach((tag, count) -> all.merge(tag, count, Integer::sum));
        return all;
    }

    /**
     * Parses one record. May be called by several threads, each with its own map.
     *
     * @param unknownTags where elements that no known version has are counted
     * @throws FeedException when it is not well-formed
     */
    public static FeedEntry parse(RawRecord record, Map<String, Integer> unknownTags) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(record.bytes()));
            xml.nextTag();
            FicheMapping mapping = new FicheMapping(record.line(), read(xml, 1));
            FeedEntry entry = mapping.entry();
            if (entry instanceof FeedEntry.Read) {
                mapping.unknownTags().forEach(tag -> unknownTags.merge(tag, 1, Integer::sum));
            }
            xml.close();
            return entry;
        } catch (XMLStreamException e) {
            int within = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new FeedException("not well-formed XML at line " + (record.line() + within - 1), e);
        }
    }

    private static Element read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements nested too deeply", xml.getLocation());
        }
        Element element = new Element(xml.getLocalName());
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.append(read(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    element.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("an entity that XML does not define", xml.getLocation());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                default -> {
                    // Comments and processing instructions say nothing about a certification.
                }
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }
}
