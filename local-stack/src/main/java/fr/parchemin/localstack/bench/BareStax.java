package fr.parchemin.localstack.bench;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least that reading a feed can cost: every tag and every text of it decoded by the parser of the service, nothing kept. */
final class BareStax {

    private static final int RUNS = 3;

    private BareStax() {}

    /** The best of three passes over a file, after one that is not counted. */
    static Duration best(Path file) throws IOException {
        pass(file);
        Duration best = pass(file);
        for (int i = 1; i < RUNS; i++) {
            Duration next = pass(file);
            best = next.compareTo(best) < 0 ? next : best;
        }
        return best;
    }

    private static Duration pass(Path file) throws IOException {
        long begun = System.nanoTime();
        read(file);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Number of elements in a file. */
    static long read(Path file) throws IOException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long elements = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> elements++;
                    // The parser decodes a text only when it is asked for.
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> xml.getTextLength();
                    default -> {
                        // Nothing to decode.
                    }
                }
            }
            xml.close();
            return elements;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
