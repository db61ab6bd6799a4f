package fr.parchemin.referentiel.feed;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes sheets as France compétences does (V4.1), in the order of its data dictionary. */
public final class FicheWriter {

    /** The elements of a {@code FICHE}, in the order of the data dictionary. */
    private static final List<String> ORDER = Stream.of(
                    Stream.of(
                            "ID_FICHE",
                            "NUMERO_FICHE",
                            "ANCIENNES_CERTIFICATIONS",
                            "NOUVELLES_CERTIFICATIONS",
                            "INTITULE",
                            "ABREGE",
                            "ETAT_FICHE",
                            "NOMENCLATURE_EUROPE",
                            "CODES_NSF",
                            "FORMACODES",
                            "CODES_IDCC",
                            "CCN_1",
                            "CCN_2",
                            "CCN_3",
                            "CERTIFICATEURS",
                            "EXISTENCE_PARTENAIRES",
                            "PARTENAIRES",
                            "OBJECTIFS_CONTEXTE",
                            "ACTIVITES_VISEES",
                            "CAPACITES_ATTESTEES",
                            "SECTEURS_ACTIVITE",
                            "TYPE_EMPLOI_ACCESSIBLES",
                            "CODES_ROME",
                            "REGLEMENTATIONS_ACTIVITES",
                            "PREREQUIS_ENTREE_FORMATION",
                            "PREREQUIS_VALIDATION_CERTIFICATION",
                            "BLOCS_COMPETENCES",
                            "CORRESPONDANCES"),
                    Arrays.stream(AccessRoute.values()).map(FicheWriter::tag),
                    Stream.of(
                            "ACCESSIBLE_NOUVELLE_CALEDONIE",
                            "ACCESSIBLE_POLYNESIE_FRANCAISE",
                            "STATISTIQUES_PROMOTIONS",
                            "ANNEES_PROMOTIONS_NIVEAU",
                            "PUBLICATION_DECRET_GENERAL",
                            "PUBLICATION_DECRET_CREATION",
                            "PUBLICATION_DECRET_AUTRE",
                            "LIEN_URL_DESCRIPTION",
                            "DATE_DE_PUBLICATION",
                            "DATE_EFFET",
                            "DATE_DECISION",
                            "DATE_DERNIER_JO",
                            "DUREE_ENREGISTREMENT",
                            "DATE_FIN_ENREGISTREMENT",
                            "DATE_LIMITE_DELIVRANCE",
                            "TYPE_ENREGISTREMENT",
                            "VALIDATION_PARTIELLE",
                            "VALIDATION_PARTIELLE_PERIMETRE",
                            "NIVEAU_MAITRISE_COMPETENCES",
                            "MODALITES_RENOUVELLEMENT",
                            "DUREE_VALIDITE",
                            "ACTIF"))
            .flatMap(Function.identity())
            .toList();

    private final XMLStreamWriter xml;
    private final Sheet sheet;
    private final List<RawElement> other = new ArrayList<>();

    /** What was left within other elements, by the path of the element that it goes back to. */
    private final Map<String, List<RawElement>> within = new HashMap<>();

    /** Paths of the elements begun and not ended; none when there is nothing to put back. */
    private final Deque<String> begun = new ArrayDeque<>();

    private FicheWriter(XMLStreamWriter xml, Sheet sheet) {
        this.xml = xml;
        this.sheet = sheet;
        for (RawElement element : sheet.other()) {
            int parent = element.name().lastIndexOf('/');
            if (parent < 0) {
                other.add(element);
            } else {
                within.computeIfAbsent(element.name().substring(0, parent), p -> new ArrayList<>())
                        .add(new RawElement(element.name().substring(parent + 1), element.text(), element.children()));
            }
        }
    }

    /** What has no field of its own, in the order in which it is written, and read again. */
    static List<RawElement> ordered(List<RawElement> other) {
        return other.size() < 2
                ? other
                : other.stream()
                        .sorted(Comparator.comparing(FicheWriter::rank).thenComparing(FicheWriter::depth))
                        .toList();
    }

    private static int rank(RawElement element) {
        int step = element.name().indexOf('/');
        int rank = ORDER.indexOf(step < 0 ? element.name() : element.name().substring(0, step));
        return rank < 0 ? ORDER.size() : rank;
    }

    /** What is within the items of a list comes before what is beside them, and that before what is beside the list. */
    private static int depth(RawElement element) {
        return element.name().indexOf('[') >= 0 ? 0 : element.name().indexOf('/') >= 0 ? 1 : 2;
    }

    /** A document whose root is the {@code FICHE}. What the sheet does not say has no element. */
    public static byte[] document(Sheet sheet, List<Partner> partners) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        XMLOutputFactory factory = new OutputFactoryImpl();
        try {
            XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new FicheWriter(xml, sheet).write(partners);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write " + sheet.number(), e);
        }
        return bytes.toByteArray();
    }

    /** Writes one {@code FICHE} into a document under way. */
    static void write(XMLStreamWriter xml, Sheet sheet, List<Partner> partners) throws XMLStreamException {
        new FicheWriter(xml, sheet).write(partners);
    }

    private void write(List<Partner> partners) throws XMLStreamException {
        Sheet.Validity validity = sheet.validity();
        xml.writeStartElement("FICHE");
        leaf("ID_FICHE", text(sheet.sheetId()));
        leaf("NUMERO_FICHE", sheet.number());
        links("ANCIENNES_CERTIFICATIONS", "ANCIENNE_CERTIFICATION", sheet.predecessors());
        links("NOUVELLES_CERTIFICATIONS", "NOUVELLE_CERTIFICATION", sheet.successors());
        leaf("INTITULE", sheet.title());
        if (sheet.abbreviation() != null) {
            coded("ABREGE", sheet.abbreviation());
        }
        others("ABREGE");
        leaf("ETAT_FICHE", sheet.state());
        level(sheet.level());
        codes("CODES_NSF", "NSF", sheet.nsf());
        codes("FORMACODES", "FORMACODE", sheet.formacodes());
        codes("CODES_IDCC", "IDCC", sheet.idcc());
        others("CCN_1", "CCN_2", "CCN_3");
        list("CERTIFICATEURS", "CERTIFICATEUR", sheet.certifiers(), this::certifier);
        others("EXISTENCE_PARTENAIRES");
        list("PARTENAIRES", "PARTENAIRE", partners, this::partner);
        leaf("OBJECTIFS_CONTEXTE", sheet.objectives());
        leaf("ACTIVITES_VISEES", sheet.activities());
        leaf("CAPACITES_ATTESTEES", sheet.attestedCompetences());
        leaf("SECTEURS_ACTIVITE", sheet.sectors());
        leaf("TYPE_EMPLOI_ACCESSIBLES", sheet.jobs());
        codes("CODES_ROME", "ROME", sheet.rome());
        leaf("REGLEMENTATIONS_ACTIVITES", sheet.regulations());
        leaf("PREREQUIS_ENTREE_FORMATION", sheet.prerequisites().training());
        leaf("PREREQUIS_VALIDATION_CERTIFICATION", sheet.prerequisites().certification());
        list("BLOCS_COMPETENCES", "BLOC_COMPETENCES", sheet.blocks(), this::block);
        list("CORRESPONDANCES", "CORRESPONDANCE", sheet.correspondences(), this::correspondence);
        for (AccessRoute route : AccessRoute.values()) {
            route(route);
        }
        leaf("ACCESSIBLE_NOUVELLE_CALEDONIE", text(sheet.newCaledonia()));
        leaf("ACCESSIBLE_POLYNESIE_FRANCAISE", text(sheet.frenchPolynesia()));
        list("STATISTIQUES_PROMOTIONS", "STATISTIQUES_PROMOTION", sheet.statistics(), this::statistic);
        others(
                "ANNEES_PROMOTIONS_NIVEAU",
                "PUBLICATION_DECRET_GENERAL",
                "PUBLICATION_DECRET_CREATION",
                "PUBLICATION_DECRET_AUTRE",
                "LIEN_URL_DESCRIPTION");
        leaf("DATE_DE_PUBLICATION", text(validity.publishedOn()));
        leaf("DATE_EFFET", text(validity.effectiveOn()));
        leaf("DATE_DECISION", text(validity.decidedOn()));
        leaf("DATE_DERNIER_JO", text(validity.lastOfficialJournalOn()));
        others("DUREE_ENREGISTREMENT");
        leaf("DATE_FIN_ENREGISTREMENT", text(validity.registrationEndsOn()));
        leaf("DATE_LIMITE_DELIVRANCE", text(validity.lastDeliveryOn()));
        leaf("TYPE_ENREGISTREMENT", sheet.registrationType());
        others(
                "VALIDATION_PARTIELLE",
                "VALIDATION_PARTIELLE_PERIMETRE",
                "NIVEAU_MAITRISE_COMPETENCES",
                "MODALITES_RENOUVELLEMENT",
                "DUREE_VALIDITE");
        leaf("ACTIF", text(sheet.active()));
        for (RawElement unknown : other) {
            raw(unknown);
        }
        xml.writeEndElement();
    }

    private void certifier(Sheet.Certifier certifier) throws XMLStreamException {
        plain("SIRET_CERTIFICATEUR", certifier.siret());
        plain("NOM_CERTIFICATEUR", certifier.name());
        if (certifier.active() != null) {
            plain("ETAT_CERTIFICATEUR", certifier.active() ? "Actif" : "Inactif");
        }
        plain("DATE_DERNIERE_MODIFICATION_ETAT", text(certifier.stateChangedOn()));
        plain("NOM_COMMERCIAL", certifier.tradeName());
        plain("SITE_INTERNET", certifier.website());
    }

    private void partner(Partner partner) throws XMLStreamException {
        plain("NOM_PARTENAIRE", partner.name());
        plain("SIRET_PARTENAIRE", partner.siret());
        plain("HABILITATION_PARTENAIRE", partner.authorisation());
        plain("ETAT_HABILITATION", partner.state());
        plain("DATE_ACTIF", text(partner.activeSince()));
        plain("DATE_DERNIERE_MODIFICATION_ETAT", text(partner.stateChangedOn()));
    }

    private void level(Sheet.@Nullable Level level) throws XMLStreamException {
        if (level != null) {
            begin("NOMENCLATURE_EUROPE");
            plain("NIVEAU", level.code());
            plain("LIBELLE", level.label());
            end();
        }
        others("NOMENCLATURE_EUROPE");
    }

    private void block(Sheet.Block block) throws XMLStreamException {
        plain("CODE", block.code());
        plain("LIBELLE", block.label());
        plain("LISTE_COMPETENCES", block.competencesText());
        plain("MODALITES_EVALUATION", block.assessmentText());
        plain("PREREQUIS_ENTREE_FORMATION_BLOC", block.trainingPrerequisites());
        plain("PREREQUIS_VALIDATION_BLOC", block.certificationPrerequisites());
    }

    private void correspondence(Sheet.Correspondence correspondence) throws XMLStreamException {
        begin("SOURCE");
        blockCodes(correspondence.blocks());
        end();
        begin("DESTINATION");
        plain("NUMERO_FICHE", correspondence.otherNumber());
        blockCodes(correspondence.otherBlocks());
        end();
    }

    private void blockCodes(List<String> codes) throws XMLStreamException {
        for (int i = 0; i < codes.size(); i++) {
            begin("BLOC_COMPETENCES", i + 1);
            plain("CODE", codes.get(i));
            end();
        }
    }

    private void route(AccessRoute route) throws XMLStreamException {
        String tag = tag(route);
        Optional<Sheet.Route> said =
                sheet.accessRoutes().stream().filter(r -> r.route() == route).findFirst();
        if (said.isPresent()) {
            begin(tag);
            plain("ACTIF", text(said.get().open()));
            plain("COMPOSITION", said.get().juryComposition());
            plain("DATE_DERNIERE_MODIFICATION", text(said.get().changedOn()));
            end();
        }
        others(tag);
    }

    private static String tag(AccessRoute route) {
        return "SI_JURY_" + route.feedCode();
    }

    private void statistic(Sheet.Statistic statistic) throws XMLStreamException {
        plain("ANNEE", String.valueOf(statistic.year()));
        plain("NOMBRE_CERTIFIES", text(statistic.certified()));
        plain("NOMBRE_CERTIFIES_VAE", text(statistic.certifiedByVae()));
        plain("TAUX_INSERTION_GLOBAL_6MOIS", text(statistic.employmentRate6Months()));
        plain("TAUX_INSERTION_METIER_6MOIS", text(statistic.targetJobRate6Months()));
        plain("TAUX_INSERTION_METIER_2ANS", text(statistic.targetJobRate2Years()));
    }

    private void links(String wrapper, String name, List<String> numbers) throws XMLStreamException {
        list(wrapper, name, numbers, number -> plain("ID_FICHE_" + name, number));
    }

    private void codes(String wrapper, String name, List<Sheet.Coded> codes) throws XMLStreamException {
        list(wrapper, name, codes, code -> {
            plain("CODE", code.code());
            plain("LIBELLE", code.label());
        });
    }

    private void coded(String name, Sheet.Coded coded) throws XMLStreamException {
        begin(name);
        plain("CODE", coded.code());
        plain("LIBELLE", coded.label());
        end();
    }

    private <T> void list(String wrapper, String name, List<T> items, Body<T> body) throws XMLStreamException {
        if (!items.isEmpty() || isLeftWithin(wrapper)) {
            begin(wrapper);
            for (int i = 0; i < items.size(); i++) {
                begin(name, i + 1);
                body.write(items.get(i));
                end();
            }
            end();
        }
        others(wrapper);
    }

    private void leaf(String name, @Nullable String text) throws XMLStreamException {
        plain(name, text);
        others(name);
    }

    private void plain(String name, @Nullable String text) throws XMLStreamException {
        if (text != null || isLeftWithin(name)) {
            begin(name);
            if (text != null) {
                characters(text);
            }
            end();
        }
    }

    private void begin(String name) throws XMLStreamException {
        begin(name, 0);
    }

    /** @param item which one of a list, from 1; 0 for an element that is in none */
    private void begin(String name, int item) throws XMLStreamException {
        xml.writeStartElement(name);
        if (!within.isEmpty()) {
            begun.push(path(item == 0 ? name : name + '[' + item + ']'));
        }
    }

    /** Ends an element, with what was left within it. */
    private void end() throws XMLStreamException {
        if (!within.isEmpty()) {
            for (RawElement element : within.getOrDefault(begun.pop(), List.of())) {
                raw(element);
            }
        }
        xml.writeEndElement();
    }

    private boolean isLeftWithin(String name) {
        return !within.isEmpty() && within.containsKey(path(name));
    }

    private String path(String step) {
        return begun.isEmpty() ? step : begun.element() + '/' + step;
    }

    /** What came under these names and has no field goes back to its place. */
    private void others(String... names) throws XMLStreamException {
        for (String name : names) {
            for (RawElement element : List.copyOf(other)) {
                if (element.name().equals(name)) {
                    raw(element);
                    other.remove(element);
                }
            }
        }
    }

    private void raw(RawElement element) throws XMLStreamException {
        xml.writeStartElement(element.name());
        if (element.text() != null) {
            characters(element.text());
        }
        for (RawElement child : element.children()) {
            raw(child);
        }
        xml.writeEndElement();
    }

    /** One character that XML cannot hold, recorded long ago, must not end an export. */
    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(Texts.inXml(text));
    }

    private static @Nullable String text(@Nullable Number number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : Texts.date(date);
    }

    private static @Nullable String text(@Nullable Boolean value) {
        return value == null ? null : Texts.yesNo(value);
    }

    /** What is inside an element of a list. */
    @FunctionalInterface
    private interface Body<T> {
        void write(T item) throws XMLStreamException;
    }
}
