package fr.parchemin.referentiel.feed;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes sheets as France compétences does (V4.1), in the order of its data dictionary. */
public final class FicheWriter {

    private final XMLStreamWriter xml;
    private final Sheet sheet;
    private final List<RawElement> other;

    private FicheWriter(XMLStreamWriter xml, Sheet sheet) {
        this.xml = xml;
        this.sheet = sheet;
        this.other = new ArrayList<>(sheet.other());
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
            // An element found deeper down has its path for a name and no place to go back to.
            if (unknown.name().indexOf('/') < 0) {
                raw(unknown);
            }
        }
        xml.writeEndElement();
    }

    private void certifier(Sheet.Certifier certifier) throws XMLStreamException {
        plain("SIRET_CERTIFICATEUR", certifier.siret());
        plain("NOM_CERTIFICATEUR", certifier.name());
        if (certifier.active() != null) {
            plain("ETAT_CERTIFICATEUR", certifier.active() ? "Actif" : "Inactif");
        }
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
            xml.writeStartElement("NOMENCLATURE_EUROPE");
            plain("NIVEAU", level.code());
            plain("LIBELLE", level.label());
            xml.writeEndElement();
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
        xml.writeStartElement("SOURCE");
        blockCodes(correspondence.blocks());
        xml.writeEndElement();
        xml.writeStartElement("DESTINATION");
        plain("NUMERO_FICHE", correspondence.otherNumber());
        blockCodes(correspondence.otherBlocks());
        xml.writeEndElement();
    }

    private void blockCodes(List<String> codes) throws XMLStreamException {
        for (String code : codes) {
            xml.writeStartElement("BLOC_COMPETENCES");
            plain("CODE", code);
            xml.writeEndElement();
        }
    }

    private void route(AccessRoute route) throws XMLStreamException {
        String tag = "SI_JURY_" + route.feedCode();
        Optional<Sheet.Route> said =
                sheet.accessRoutes().stream().filter(r -> r.route() == route).findFirst();
        if (said.isPresent()) {
            xml.writeStartElement(tag);
            plain("ACTIF", text(said.get().open()));
            plain("COMPOSITION", said.get().juryComposition());
            plain("DATE_DERNIERE_MODIFICATION", text(said.get().changedOn()));
            xml.writeEndElement();
        }
        others(tag);
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
        xml.writeStartElement(name);
        plain("CODE", coded.code());
        plain("LIBELLE", coded.label());
        xml.writeEndElement();
    }

    private <T> void list(String wrapper, String name, List<T> items, Body<T> body) throws XMLStreamException {
        if (!items.isEmpty()) {
            xml.writeStartElement(wrapper);
            for (T item : items) {
                xml.writeStartElement(name);
                body.write(item);
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        others(wrapper);
    }

    private void leaf(String name, @Nullable String text) throws XMLStreamException {
        plain(name, text);
        others(name);
    }

    private void plain(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            characters(text);
            xml.writeEndElement();
        }
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
