package fr.parchemin.results.declaration;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of processing ({@code rapport}) of a file: which passages were taken in and which were not. Read by local names
 * in any case and in both shapes seen, {@code PassagesOK/idTechnique} and {@code passagesOK/passage/idTechnique}.
 *
 * @param sha256 of the file as it came
 * @param fluxId the {@code idFlux} that it answers
 * @param fileName name of the deposited file, null when it has none
 * @param treatmentId number of the processing, null likewise
 */
record Receipt(
        String sha256,
        String fluxId,
        @Nullable String fileName,
        @Nullable String treatmentId,
        List<Verdict> verdicts) {

    private static final int MAX_PROBLEMS = 20;

    int accepted() {
        return (int) verdicts.stream().filter(Verdict::ok).count();
    }

    int rejected() {
        return verdicts.size() - accepted();
    }

    /**
     * Reads one in a single pass.
     *
     * @throws ProblemException 400 when it is no receipt, naming everything wrong in it
     */
    static Receipt read(InputStream file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            Reading reading = new Reading();
            while (xml.hasNext()) {
                reading.take(xml, xml.next());
            }
            return reading.receipt(
                    HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (XMLStreamException e) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "This is no XML of a receipt: line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber() + ". Send the file as it came.",
                    List.of(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Where the reader is. */
    private static final class Reading {

        private final Map<UUID, Verdict> verdicts = new LinkedHashMap<>();
        private final List<Violation> problems = new ArrayList<>();
        private final List<String> messages = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String root = "";
        private @Nullable String fluxId;
        private @Nullable String fileName;
        private @Nullable String treatmentId;
        private @Nullable String passage;
        private @Nullable Boolean ok;

        void take(XMLStreamReader xml, int event) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    start(name(xml));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(name(xml), text.toString().strip(), xml.getLocation().getLineNumber());
                    text.setLength(0);
                }
                default -> {
                    // Comments and the like.
                }
            }
        }

        private static String name(XMLStreamReader xml) {
            return xml.getLocalName().toLowerCase(Locale.ROOT);
        }

        private void start(String name) {
            if (root.isEmpty()) {
                root = name;
            }
            switch (name) {
                case "passagesok" -> ok = true;
                case "passagesko" -> ok = false;
                case "passage" -> {
                    passage = null;
                    messages.clear();
                }
                default -> {
                    // Known at its end, or of no concern.
                }
            }
        }

        private void end(String name, String value, int line) {
            switch (name) {
                case "idflux" -> fluxId = value;
                case "nomfichier" -> fileName = value.isEmpty() ? null : value;
                case "idtraitement" -> treatmentId = value.isEmpty() ? null : value;
                case "messageerreur" -> messages.add(value);
                case "idtechnique" -> {
                    passage = value;
                    if (Boolean.TRUE.equals(ok)) {
                        note(value, true, "", line);
                    }
                }
                case "passage" -> {
                    if (Boolean.FALSE.equals(ok) && passage != null) {
                        note(passage, false, String.join("\n", messages), line);
                    }
                }
                case "passagesok", "passagesko" -> ok = null;
                default -> {
                    // Of no concern.
                }
            }
        }

        private void note(String idTechnique, boolean taken, String message, int line) {
            UUID id;
            try {
                id = UUID.fromString(idTechnique);
            } catch (IllegalArgumentException e) {
                problem(line, "idTechnique is none of ours.");
                return;
            }
            Verdict before = verdicts.putIfAbsent(id, new Verdict(id, taken, message));
            if (before != null && before.ok() != taken) {
                problem(line, id + " is both OK and KO.");
            }
        }

        private void problem(int line, String message) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(Violation.ofField("line " + line, message));
            }
        }

        Receipt receipt(String sha256) {
            if (!root.equals("rapport")) {
                problem(1, "The root element of a receipt of processing is rapport.");
            }
            if (fluxId == null || fluxId.isEmpty()) {
                problem(1, "idFlux is missing: it says which file is answered.");
            }
            if (verdicts.isEmpty() && problems.isEmpty()) {
                problem(1, "Nobody is named in it, neither OK nor KO: a file refused as such is a refusal.");
            }
            if (!problems.isEmpty()) {
                throw new ProblemException(
                        CommonProblem.INVALID_REQUEST,
                        "This is no receipt of processing; nothing is changed.",
                        problems);
            }
            return new Receipt(sha256, String.valueOf(fluxId), fileName, treatmentId, List.copyOf(verdicts.values()));
        }
    }
}
