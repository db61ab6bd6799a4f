package fr.parchemin.referentiel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.referentiel.RandomSheets;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What has no field of the sheet is written where it was read, whatever the record looked like. */
class LeftOverTest {

    private static final int RECORDS = 200;

    private final Random random = new Random(20261129);

    @Test
    void aRecordInDisorderReadsBackAsItWasRead() throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        int leftOver = 0;
        for (int i = 1; i <= RECORDS; i++) {
            RandomSheets sheets = new RandomSheets(i);
            byte[] record = FicheWriter.document(sheets.sheet("RNCP" + i), sheets.partners());
            Document document = builder.parse(new ByteArrayInputStream(record));
            disorder(document.getDocumentElement());
            StringWriter disordered = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(disordered));

            FeedEntry.Read read = read(disordered.toString());
            String written = new String(FicheWriter.document(read.sheet(), read.partners()), StandardCharsets.UTF_8);
            FeedEntry.Read again = read(written.substring(written.indexOf("<FICHE>")));

            assertThat(again.sheet()).isEqualTo(read.sheet());
            assertThat(again.partners()).isEqualTo(read.partners());
            leftOver += read.sheet().other().size();
        }
        assertThat(leftOver).isGreaterThan(10 * RECORDS);
    }

    /** Shuffles what is in an element; adds, doubles and drops; makes values unreadable. */
    private void disorder(Element element) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            if (element.getChildNodes().item(i) instanceof Element child) {
                children.add(child);
            }
        }
        String tag = element.getTagName();
        if (children.isEmpty()) {
            if (random.nextInt(8) == 0) {
                element.setTextContent("illisible " + random.nextInt(100));
            }
            return;
        }
        children.stream().filter(child -> !isNeeded(child)).forEach(this::disorder);
        for (Element child : List.copyOf(children)) {
            int fate = isNeeded(child) ? 0 : random.nextInt(40);
            if (fate == 1) {
                children.add((Element) child.cloneNode(true));
            } else if (fate == 2) {
                children.remove(child);
            }
        }
        if (random.nextInt(5) == 0) {
            Element unknown = element.getOwnerDocument().createElement("INCONNU");
            unknown.setTextContent("v" + random.nextInt(9));
            children.add(unknown);
        }
        // The two sides of a correspondence have one order in every known feed.
        if (!tag.equals("CORRESPONDANCE")) {
            Collections.shuffle(children, random);
        }
        element.setTextContent("");
        children.forEach(element::appendChild);
    }

    private static boolean isNeeded(Element child) {
        return child.getParentNode().getNodeName().equals("FICHE")
                && List.of("NUMERO_FICHE", "INTITULE").contains(child.getTagName());
    }

    private static FeedEntry.Read read(String record) {
        String feed = "<FICHES>" + record + "</FICHES>";
        if (new FeedReader(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8))).next()
                instanceof FeedEntry.Read read) {
            return read;
        }
        throw new AssertionError("no sheet: " + record);
    }
}
