package fr.parchemin.referentiel.feed;

import fr.parchemin.referentiel.identifier.BlockCode;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import fr.parchemin.referentiel.identifier.Nomenclature;
import fr.parchemin.referentiel.identifier.Siret;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one record of the feed a sheet. Several spellings of a tag are those of V4.1, V3 and V2. */
final class FicheMapping {

    private static final Pattern LEVEL = Pattern.compile("NIV([1-8])");

    /** Elements of V4.1 that no field of the sheet is made of. */
    private static final Set<String> WITHOUT_FIELD = Set.of(
            "EXISTENCE_PARTENAIRES",
            "CCN_1",
            "CCN_2",
            "CCN_3",
            "ANNEES_PROMOTIONS_NIVEAU",
            "PUBLICATION_DECRET_GENERAL",
            "PUBLICATION_DECRET_CREATION",
            "PUBLICATION_DECRET_AUTRE",
            "LIEN_URL_DESCRIPTION",
            "DUREE_ENREGISTREMENT",
            "VALIDATION_PARTIELLE",
            "VALIDATION_PARTIELLE_PERIMETRE",
            "NIVEAU_MAITRISE_COMPETENCES",
            "MODALITES_RENOUVELLEMENT",
            "DUREE_VALIDITE");

    private static final int LONGEST_TITLE = 800;
    private static final int LONGEST_ACTIVITIES = 32 * 1024;
    private static final int LONGEST_COMPETENCES = 64 * 1024;

    private final int line;
    private final Element fiche;
    private final List<String> warnings = new ArrayList<>();

    FicheMapping(int line, Element fiche) {
        this.line = line;
        this.fiche = fiche;
    }

    /** The record as a sheet, or why it is none. */
    FeedEntry entry() {
        String rawNumber = code(fiche, "NUMERO_FICHE");
        if (rawNumber == null) {
            return new FeedEntry.Rejected(line, null, "NUMERO_FICHE is missing");
        }
        Optional<CertificationNumber> number = CertificationNumber.ofFeed(rawNumber);
        if (number.isEmpty()) {
            return new FeedEntry.Rejected(line, rawNumber, "NUMERO_FICHE is neither a number of RNCP nor of RS");
        }
        String title = code(fiche, "INTITULE");
        if (title == null) {
            return new FeedEntry.Rejected(line, number.get().value(), "INTITULE is missing");
        }
        warnIfLonger("INTITULE", title, LONGEST_TITLE);
        List<Partner> partners = partners();
        Sheet sheet = sheet(number.get(), title);
        fiche.unreadable()
                .map(path -> path + " cannot be read and is kept as it is")
                .forEach(warnings::add);
        return new FeedEntry.Read(line, sheet, partners, warnings);
    }

    /** Paths of the elements that no known version of the feed has; complete once {@link #entry} was called. */
    Stream<String> unknownTags() {
        return fiche.unknown().filter(name -> !WITHOUT_FIELD.contains(name));
    }

    private Sheet sheet(CertificationNumber number, String title) {
        return new Sheet(
                number.value(),
                fiche.value(Texts::whole, "ID_FICHE"),
                title,
                fiche.first("ABREGE").map(this::coded).orElse(null),
                code(fiche, "ETAT_FICHE"),
                fiche.value(Texts::yesNo, "ACTIF"),
                fiche.first("NOMENCLATURE_EUROPE").map(this::level).orElse(null),
                code(fiche, "TYPE_ENREGISTREMENT"),
                validity(),
                coded("CODES_NSF", "NSF", Nomenclature.NSF),
                coded("FORMACODES", "FORMACODE", Nomenclature.FORMACODE),
                coded("CODES_ROME", "ROME", Nomenclature.ROME),
                coded("CODES_IDCC", "IDCC", Nomenclature.IDCC),
                items("CERTIFICATEURS", "CERTIFICATEUR", this::certifier),
                fiche.text("OBJECTIFS_CONTEXTE"),
                bounded("ACTIVITES_VISEES", LONGEST_ACTIVITIES),
                bounded("CAPACITES_ATTESTEES", LONGEST_COMPETENCES),
                fiche.text("SECTEURS_ACTIVITE"),
                fiche.text("TYPE_EMPLOI_ACCESSIBLES"),
                fiche.text("REGLEMENTATIONS_ACTIVITES"),
                new Sheet.Prerequisites(
                        fiche.text("PREREQUIS_ENTREE_FORMATION"), fiche.text("PREREQUIS_VALIDATION_CERTIFICATION")),
                blocks(number),
                routes(),
                statistics(),
                links("ANCIENNES_CERTIFICATIONS", "ANCIENNE_CERTIFICATION"),
                links("NOUVELLES_CERTIFICATIONS", "NOUVELLE_CERTIFICATION"),
                correspondences(),
                fiche.value(Texts::yesNo, "ACCESSIBLE_NOUVELLE_CALEDONIE"),
                fiche.value(Texts::yesNo, "ACCESSIBLE_POLYNESIE_FRANCAISE"),
                // Last, when everything that has a field is taken.
                FicheWriter.ordered(fiche.leftOver()));
    }

    private Sheet.Validity validity() {
        return new Sheet.Validity(
                fiche.value(Texts::date, "DATE_DE_PUBLICATION", "DATE_PUBLICATION"),
                fiche.value(Texts::date, "DATE_EFFET"),
                fiche.value(Texts::date, "DATE_DECISION"),
                fiche.value(Texts::date, "DATE_DERNIER_JO"),
                fiche.value(Texts::date, "DATE_FIN_ENREGISTREMENT"),
                fiche.value(Texts::date, "DATE_LIMITE_DELIVRANCE"));
    }

    private Sheet.@Nullable Level level(Element element) {
        String code = code(element, "NIVEAU");
        if (code == null) {
            element.giveUp();
            return null;
        }
        Matcher m = LEVEL.matcher(code);
        return new Sheet.Level(
                code, m.matches() ? Integer.valueOf(m.group(1)) : null, code(element, "LIBELLE", "INTITULE"));
    }

    /**
     * A list of the sheet. What is left of an element is kept under the number of the item that it has become, so that it can be put
     * back there; one that has become none and has something left is kept whole.
     *
     * @param make gives null where there is no item
     */
    private <T> List<T> items(String wrapper, String name, Function<Element, @Nullable T> make) {
        return items(fiche.all(wrapper, name), make);
    }

    private static <T> List<T> items(List<Element> elements, Function<Element, @Nullable T> make) {
        List<T> items = new ArrayList<>();
        for (Element element : elements) {
            T item = make.apply(element);
            if (item != null) {
                items.add(item);
                element.becomes(items.size());
            } else if (!element.leftOver().isEmpty()) {
                element.giveUp();
            }
        }
        return items;
    }

    private List<Sheet.Coded> coded(String wrapper, String name, Nomenclature nomenclature) {
        Set<Sheet.Coded> seen = new HashSet<>();
        List<Sheet.Coded> found = items(wrapper, name, element -> {
            Sheet.Coded coded = coded(element);
            return coded != null && seen.add(coded) ? coded : null;
        });
        found.stream()
                .filter(c -> !nomenclature.isValid(c.code()))
                .forEach(c -> warnings.add(name + " " + c.code() + " does not have the shape of its nomenclature"));
        return found;
    }

    private Sheet.@Nullable Coded coded(Element element) {
        String code = code(element, "CODE");
        if (code == null) {
            if (element.hasChildren() || element.ownText() != null) {
                element.giveUp();
            }
            return null;
        }
        String label = code(element, "LIBELLE", "INTITULE");
        String repeated = code + " : ";
        return new Sheet.Coded(
                code,
                label != null && label.startsWith(repeated) && label.length() > repeated.length()
                        ? label.substring(repeated.length())
                        : label);
    }

    private Sheet.Certifier certifier(Element element) {
        Element state = element.first("ETAT_CERTIFICATEUR").orElse(null);
        Boolean active = null;
        if (state != null && state.ownText() instanceof String text) {
            switch (Texts.trimmed(text)) {
                case "Actif" -> active = true;
                case "Inactif" -> active = false;
                default -> state.giveUp();
            }
        }
        return new Sheet.Certifier(
                siret(element, "SIRET_CERTIFICATEUR"),
                code(element, "NOM_CERTIFICATEUR"),
                code(element, "NOM_COMMERCIAL"),
                code(element, "SITE_INTERNET"),
                active,
                element.value(Texts::date, "DATE_DERNIERE_MODIFICATION_ETAT"));
    }

    private List<Partner> partners() {
        return items(
                "PARTENAIRES",
                "PARTENAIRE",
                p -> new Partner(
                        siret(p, "SIRET_PARTENAIRE"),
                        code(p, "NOM_PARTENAIRE"),
                        code(p, "HABILITATION_PARTENAIRE"),
                        code(p, "ETAT_HABILITATION"),
                        p.value(Texts::date, "DATE_ACTIF"),
                        p.value(Texts::date, "DATE_DERNIERE_MODIFICATION_ETAT")));
    }

    private List<Sheet.Block> blocks(CertificationNumber number) {
        return items("BLOCS_COMPETENCES", "BLOC_COMPETENCES", element -> {
            String code = code(element, "CODE");
            if (code == null) {
                element.giveUp();
                return null;
            }
            if (!BlockCode.isValid(code, number)) {
                warnings.add("BLOC_COMPETENCES " + code + " does not have the shape of a code of " + number);
            }
            return new Sheet.Block(
                    code,
                    code(element, "LIBELLE", "INTITULE"),
                    element.text("LISTE_COMPETENCES"),
                    element.text("MODALITES_EVALUATION"),
                    element.text("PREREQUIS_ENTREE_FORMATION_BLOC"),
                    element.text("PREREQUIS_VALIDATION_BLOC"));
        });
    }

    /** Routes that the record speaks of. Until V3 the tag itself said yes or no, and the jury stood beside it. */
    private List<Sheet.Route> routes() {
        List<Sheet.Route> routes = new ArrayList<>();
        for (AccessRoute route : AccessRoute.values()) {
            Optional<Element> found = fiche.first("SI_JURY_" + route.feedCode());
            String older = fiche.text("JURY_" + route.feedCode());
            if (found.isEmpty()) {
                if (older != null) {
                    routes.add(new Sheet.Route(route, null, older, null));
                }
                continue;
            }
            Element element = found.get();
            String said = element.ownText();
            Boolean open = said == null ? element.value(Texts::yesNo, "ACTIF") : Texts.yesNo(said);
            if (said != null && open == null) {
                element.giveUp();
            }
            String jury = element.text("COMPOSITION");
            routes.add(new Sheet.Route(
                    route,
                    open,
                    jury == null ? older : jury,
                    element.value(Texts::date, "DATE_DERNIERE_MODIFICATION")));
        }
        return routes;
    }

    private List<Sheet.Statistic> statistics() {
        return items("STATISTIQUES_PROMOTIONS", "STATISTIQUES_PROMOTION", element -> {
            Integer year = element.value(Texts::number, "ANNEE");
            if (year == null) {
                element.giveUp();
                return null;
            }
            return new Sheet.Statistic(
                    year,
                    element.value(Texts::number, "NOMBRE_CERTIFIES"),
                    element.value(Texts::number, "NOMBRE_CERTIFIES_VAE"),
                    element.value(Texts::number, "TAUX_INSERTION_GLOBAL_6MOIS"),
                    element.value(Texts::number, "TAUX_INSERTION_METIER_6MOIS"),
                    element.value(Texts::number, "TAUX_INSERTION_METIER_2ANS"));
        });
    }

    /** Numbers of linked certifications. The tag is called an id, but what it holds is a number. */
    private List<String> links(String wrapper, String name) {
        Set<String> seen = new HashSet<>();
        return items(wrapper, name, link -> {
            String number = link.hasChildren() ? number(link, "ID_FICHE_" + name) : ownNumber(link);
            return number != null && seen.add(number) ? number : null;
        });
    }

    private @Nullable String number(Element parent, String name) {
        return parent.value(
                text -> CertificationNumber.ofFeed(text)
                        .map(CertificationNumber::value)
                        .orElse(null),
                name);
    }

    private @Nullable String ownNumber(Element element) {
        String text = element.ownText();
        if (text == null) {
            return null;
        }
        Optional<CertificationNumber> number = CertificationNumber.ofFeed(text);
        if (number.isEmpty()) {
            element.giveUp();
        }
        return number.map(CertificationNumber::value).orElse(null);
    }

    private List<Sheet.Correspondence> correspondences() {
        return items("CORRESPONDANCES", "CORRESPONDANCE", element -> {
            Optional<Element> destination = element.first("DESTINATION");
            return new Sheet.Correspondence(
                    element.first("SOURCE").map(FicheMapping::blockCodes).orElse(List.of()),
                    destination.map(d -> number(d, "NUMERO_FICHE")).orElse(null),
                    destination.map(FicheMapping::blockCodes).orElse(List.of()));
        });
    }

    private static List<String> blockCodes(Element side) {
        List<Element> blocks = new ArrayList<>(side.all("BLOC_COMPETENCES"));
        side.all("BLOCS_COMPETENCES").forEach(wrapper -> blocks.addAll(wrapper.all("BLOC_COMPETENCES")));
        return items(blocks, block -> code(block, "CODE"));
    }

    /** A code, name or other short text: the white space around it means nothing. */
    private static @Nullable String code(Element parent, String... names) {
        return parent.value(Texts::trimmed, names);
    }

    private @Nullable String siret(Element parent, String name) {
        return parent.value(
                text -> {
                    String siret = Siret.ofFeed(text);
                    Siret.remark(text, siret).ifPresent(remark -> warnings.add(name + " " + remark));
                    return siret;
                },
                name);
    }

    /** Notes a text that is longer than the register allows; it is kept whole. */
    private @Nullable String bounded(String tag, int longest) {
        String text = fiche.text(tag);
        warnIfLonger(tag, text, longest);
        return text;
    }

    private void warnIfLonger(String tag, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            warnings.add(tag + " has " + text.length() + " characters, more than " + longest);
        }
    }
}
