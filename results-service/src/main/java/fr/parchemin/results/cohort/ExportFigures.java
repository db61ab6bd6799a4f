package fr.parchemin.results.cohort;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures as files, one page in memory at a time. One file has one source (R128), and only rates that are final: a
 * survey that still runs has none.
 */
@ApplicationScoped
class ExportFigures {

    /** The three rates as the register names them, in the order of {@link RateView#all}. */
    private static final List<String> RATES =
            List.of("TAUX_INSERTION_GLOBAL_6MOIS", "TAUX_INSERTION_METIER_6MOIS", "TAUX_INSERTION_METIER_2ANS");

    private final ReadCohorts read;
    private final ObjectMapper json;

    ExportFigures(ReadCohorts read, ObjectMapper json) {
        this.read = read;
        this.json = json;
    }

    interface Receiver {
        void receive(CohortView cohort) throws IOException, XMLStreamException;
    }

    interface Source {
        void each(Receiver receiver) throws IOException, XMLStreamException;
    }

    private void each(CohortRepository.Filter filter, Receiver receiver) throws IOException, XMLStreamException {
        @Nullable String cursor = null;
        do {
            Page<CohortView> page =
                    read.page(filter, false, PageRequest.of(PageRequest.MAX_LIMIT, cursor, "export", filter));
            for (CohortView cohort : page.items()) {
                receiver.receive(cohort);
            }
            cursor = page.next();
        } while (cursor != null);
    }

    /** As lines of JSON, each what the list shows. */
    void lines(CohortRepository.Filter filter, OutputStream out) throws IOException {
        lines(receiver -> each(filter, receiver), json, out);
    }

    /** As CSV by the Table Schema beside it: commas, nothing at all for what is unknown. */
    void csv(CohortRepository.Filter filter, OutputStream out) throws IOException {
        csv(receiver -> each(filter, receiver), out);
    }

    /** As XML with the names and the order of the register's feed; what is unknown has no element. */
    void xml(CohortRepository.Filter filter, OutputStream out) throws IOException {
        xml(receiver -> each(filter, receiver), out);
    }

    // A response that is closed is a whole one: what breaks off is left open, and what it still held is forgotten.

    static void lines(Source figures, ObjectMapper json, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            figures.each(cohort -> {
                text.write(json.writeValueAsString(cohort));
                text.write('\n');
            });
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        text.flush();
    }

    static void csv(Source figures, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns());
        try {
            figures.each(cohort -> csv.writeRecord(cells(cohort)));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        csv.flush();
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "NUMERO_FICHE", "ANNEE", "SOURCE", "ETAT", "REVISION", "NOMBRE_CERTIFIES", "NOMBRE_CERTIFIES_VAE"));
        columns.addAll(RATES);
        for (String rate : RATES) {
            for (String part :
                    List.of("NUMERATEUR", "DENOMINATEUR", "PROMOTION", "REPONDANTS", "NEUTRALISES", "TAUX_REPONSE")) {
                columns.add(rate + '_' + part);
            }
        }
        return columns;
    }

    private static List<String> cells(CohortView c) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(c.certificationNumber());
        cells.add(c.year());
        cells.add(c.source());
        cells.add(c.state());
        cells.add(c.revision());
        cells.add(c.certified());
        cells.add(c.certifiedByVae());
        c.rates().forEach(rate -> cells.add(rate.percent()));
        for (RateView rate : c.rates()) {
            cells.add(rate.numerator());
            cells.add(rate.denominator());
            cells.add(rate.cohortSize());
            cells.add(rate.respondents());
            cells.add(rate.neutralised());
            cells.add(rate.responseRate());
        }
        return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
    }

    static void xml(Source figures, OutputStream out) throws IOException {
        OutputStream held = new BufferedOutputStream(out);
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(held, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("FICHES");
            element(xml, "VERSION_FLUX", "4.1");
            StringBuilder sheet = new StringBuilder();
            figures.each(cohort -> {
                if (!cohort.certificationNumber().contentEquals(sheet)) {
                    end(xml, sheet);
                    sheet.append(cohort.certificationNumber());
                    xml.writeCharacters("\n");
                    xml.writeStartElement("FICHE");
                    element(xml, "NUMERO_FICHE", cohort.certificationNumber());
                    xml.writeStartElement("STATISTIQUES_PROMOTIONS");
                }
                write(xml, cohort);
            });
            end(xml, sheet);
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            held.flush();
        } catch (XMLStreamException e) {
            throw new IOException("figures cannot be written", e);
        }
    }

    private static void end(XMLStreamWriter xml, StringBuilder sheet) throws XMLStreamException {
        if (!sheet.isEmpty()) {
            xml.writeEndElement();
            xml.writeEndElement();
            sheet.setLength(0);
        }
    }

    private static void write(XMLStreamWriter xml, CohortView cohort) throws XMLStreamException {
        if (cohort.state() == CohortView.State.RUNNING) {
            xml.writeComment(" " + cohort.year() + " : non publié, chiffres provisoires ");
        }
        xml.writeStartElement("STATISTIQUES_PROMOTION");
        element(xml, "ANNEE", cohort.year());
        element(xml, "NOMBRE_CERTIFIES", cohort.certified());
        element(xml, "NOMBRE_CERTIFIES_VAE", cohort.certifiedByVae());
        for (int i = 0; i < RATES.size(); i++) {
            element(xml, RATES.get(i), cohort.rates().get(i).percent());
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(value.toString());
            xml.writeEndElement();
        }
    }
}
