package fr.parchemin.results.declaration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Says whether a document is one of the format; the schemas are our own, written from its description (D6). */
final class FluxSchema {

    /** The schemas in use at the Caisse des Dépôts. */
    enum Version {
        V1_1_2("1.1.2", false),
        V1_1_5("1.1.5", true);

        private final String number;
        private final boolean actions;

        Version(String number, boolean actions) {
            this.number = number;
            this.actions = actions;
        }

        static Version of(String number) {
            return Arrays.stream(values())
                    .filter(v -> v.number.equals(number))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("cdc.schema-version is 1.1.2 or 1.1.5, not " + number + '.'));
        }

        String number() {
            return number;
        }

        /** Whether a file says if it creates or deletes. */
        boolean hasActions() {
            return actions;
        }
    }

    private static final Map<Version, Schema> SCHEMAS = new EnumMap<>(Version.class);

    static {
        for (Version version : Version.values()) {
            SCHEMAS.put(version, load(version));
        }
    }

    private static final Map<Version, FluxGrammar> GRAMMARS = new EnumMap<>(Version.class);

    static {
        for (Version version : Version.values()) {
            GRAMMARS.put(version, grammar(version));
        }
    }

    private FluxSchema() {}

    /** Whether bytes surely are passages of the format, without asking the schema; most questions end here. */
    static boolean surelyPassages(Version version, byte[] xml, int from, int to) {
        return Objects.requireNonNull(GRAMMARS.get(version)).accepts(xml, from, to);
    }

    /** What is wrong with a document, in the words of the schema; empty when it is one of the format. */
    static List<String> faults(Version version, byte[] document) {
        return faults(version, new StreamSource(new ByteArrayInputStream(document)));
    }

    /** The same of a document of any length, read in one pass. */
    static List<String> faults(Version version, Source document) {
        List<String> faults = new ArrayList<>();
        try {
            Validator validator = Objects.requireNonNull(SCHEMAS.get(version)).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collect(faults));
            validator.validate(document);
        } catch (SAXException e) {
            if (faults.isEmpty()) {
                faults.add(String.valueOf(e.getMessage()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a document in memory cannot be read", e);
        }
        return faults;
    }

    private static Schema load(Version version) {
        try (InputStream in = open(version)) {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newSchema(new StreamSource(in));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(version + " is no schema", e);
        }
    }

    private static FluxGrammar grammar(Version version) {
        try (InputStream in = open(version)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new FluxGrammar(factory.newDocumentBuilder().parse(in));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(version + " is no schema", e);
        }
    }

    private static InputStream open(Version version) {
        String name = "/declaration/cpf-" + version.number() + ".xsd";
        return Objects.requireNonNull(FluxSchema.class.getResourceAsStream(name), name);
    }

    /** Keeps the first faults: one wrong passage can break a thousand rules. */
    private record Collect(List<String> faults) implements ErrorHandler {

        private static final int ENOUGH = 20;

        @Override
        public void warning(SAXParseException e) {
            // Of no concern to the Caisse des Dépôts.
        }

        @Override
        public void error(SAXParseException e) {
            if (faults.size() < ENOUGH) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            error(e);
            throw e;
        }
    }
}
