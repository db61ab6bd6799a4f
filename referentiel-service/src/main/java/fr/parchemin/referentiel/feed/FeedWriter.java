package fr.parchemin.referentiel.feed;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a whole feed as France compétences does (V4.1), record by record. */
public final class FeedWriter {

    private final XMLStreamWriter xml;

    /** Begins a feed; {@code out} stays open when it ends. */
    public FeedWriter(OutputStream out) throws IOException {
        try {
            xml = new OutputFactoryImpl().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("FICHES");
            xml.writeStartElement("VERSION_FLUX");
            xml.writeCharacters("4.1");
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException("cannot begin a feed", e);
        }
    }

    public void write(Sheet sheet, List<Partner> partners) throws IOException {
        try {
            xml.writeCharacters("\n");
            FicheWriter.write(xml, sheet, partners);
        } catch (XMLStreamException e) {
            throw new IOException("cannot write " + sheet.number(), e);
        }
    }

    /** Ends the feed. Of one that broke off, what was not written yet stays unwritten. */
    public void end() throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot end a feed", e);
        }
    }
}
