package fr.parchemin.results.declaration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the XML of a flux, schemas 1.1.2 and 1.1.5 of the Caisse des Dépôts: elements in the order of their documents,
 * optional ones absent rather than empty, unknown mandatory ones nil (D7).
 */
final class FluxFormat {

    /** How many first names the format has. */
    static final int FIRST_NAMES = 3;

    static final String NAMESPACE = "urn:cdc:cpf:pc5:schema:1.0.0";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** The first white space after the one of ASCII that {@link String#strip} takes off. */
    private static final char FIRST_WIDE_SPACE = '\u1680';
    /** INSEE code of a country: 99 and these three digits. */
    private static final String ABROAD = "99";

    private static final FluxText.FixedTexts TEXTS = new FluxText.FixedTexts();
    private static final FluxText.Fixed BEGIN = TEXTS.add(opening("passageCertification") + opening("idTechnique"));
    private static final FluxText.Fixed OBTAINED = TEXTS.add(closing("idTechnique")
            + constant("obtentionCertification", "PAR_ADMISSION")
            + constant("donneeCertifiee", "true"));
    private static final Element EXAM_STARTS = Element.of("dateDebutExamen");
    private static final Element EXAM_ENDS = Element.of("dateFinExamen");
    private static final FluxText.Fixed REMOTE = TEXTS.add(constant("modalitePassageExamen", "A_DISTANCE"));
    private static final FluxText.Fixed PRESENT = TEXTS.add(constant("modalitePassageExamen", "EN_PRESENTIEL"));
    private static final Element POSTAL_CODE = Element.of("codePostalCentreExamen");
    private static final Element VALID_FROM = Element.of("dateDebutValidite");
    /** A title neither expires nor has a level, a score or a mention. */
    private static final FluxText.Fixed NOT_GRADED = TEXTS.add(empty("dateFinValidite")
            + constant("presenceNiveauLangueEuro", "false")
            + constant("presenceNiveauNumeriqueEuro", "false")
            + empty("scoring")
            + empty("mentionValidee")
            + opening("modalitesInscription"));

    private static final Element ACCESS = Element.of("modaliteAcces");
    private static final Element ENROLLED = Element.of("dateInscription");
    private static final FluxText.Fixed HOLDER =
            TEXTS.add(closing("modalitesInscription") + opening("identificationTitulaire") + opening("titulaire"));
    private static final Element BIRTH_NAME = Element.of("nomNaissance");
    private static final Element USAGE_NAME = Element.of("nomUsage");
    private static final List<Element> FIRST_NAME =
            List.of(Element.of("prenom1"), Element.of("prenom2"), Element.of("prenom3"));
    private static final Element BIRTH_YEAR = Element.of("anneeNaissance");
    private static final Element BIRTH_MONTH = Element.of("moisNaissance");
    private static final Element BIRTH_DAY = Element.of("jourNaissance");
    private static final Element SEX = Element.of("sexe");
    private static final Element BIRTH_CODE = Element.of("codeCommuneNaissance", "codeInseeNaissance", "codeInsee");
    private static final FluxText.Fixed NO_BIRTH_CODE = TEXTS.add(opening("codeCommuneNaissance")
            + opening("codePostalNaissance")
            + empty("codePostal")
            + closing("codePostalNaissance")
            + closing("codeCommuneNaissance"));
    private static final Element BIRTH_PLACE = Element.of("libelleCommuneNaissance");
    private static final Element BIRTH_COUNTRY = Element.of("codePaysNaissance");
    private static final FluxText.Fixed END = TEXTS.add(
            closing("titulaire") + closing("identificationTitulaire") + closing("passageCertification") + '\n');
    /** What every kept piece begins with. */
    private static final byte[] LIST = TEXTS.list();

    private FluxFormat() {}

    /** A piece as it is kept, to be read by {@link FluxText#unpack}. */
    static byte[] pack(FluxText piece) {
        return piece.pack(LIST);
    }

    /** Names and places as they are declared: trimmed, single spaces (D15). */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Whether a text surely is clean: nearly every one is, and a look at it costs less than the expression. */
    private static boolean isClean(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? space : c < ' ' || c >= FIRST_WIDE_SPACE) {
                return false;
            }
            space = c == ' ';
        }
        return !space;
    }

    /** Everything before the first passage. The instant is written in Paris time with its offset, to the second (D8). */
    static String head(
            UUID id,
            Instant stampedAt,
            Flux.Action action,
            FluxSchema.Version schema,
            CdcTerms.Sender sender,
            String certification) {
        StringBuilder xml = new StringBuilder(1_000);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<cpf:flux xmlns:cpf=\"")
                .append(NAMESPACE)
                .append("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        text(xml, "idFlux", id.toString());
        text(
                xml,
                "horodatage",
                STAMP.format(stampedAt.truncatedTo(ChronoUnit.SECONDS).atZone(PARIS)));
        if (schema.hasActions()) {
            text(xml, "action", action.name());
        }
        open(xml, "emetteur");
        text(xml, "idClient", sender.emitterClientId());
        open(xml, "certificateurs");
        open(xml, "certificateur");
        text(xml, "idClient", sender.certifierClientId());
        text(xml, "idContrat", sender.contractId());
        open(xml, "certifications");
        open(xml, "certification");
        text(xml, "type", certification.startsWith("RS") ? "RS" : "RNCP");
        text(xml, "code", certification);
        text(xml, "natureDeposant", sender.depositor());
        open(xml, "passageCertifications");
        return xml.append('\n').toString();
    }

    /** Everything after the last passage. */
    static String foot() {
        StringBuilder xml = new StringBuilder(200);
        for (String name : List.of(
                "passageCertifications",
                "certification",
                "certifications",
                "certificateur",
                "certificateurs",
                "emetteur",
                "flux")) {
            close(xml, name);
        }
        return xml.append('\n').toString();
    }

    /** A file of one invented holder, sound but for who may send it. */
    static byte[] sample(CdcTerms.Sender sender, FluxSchema.Version schema) {
        LocalDate day = LocalDate.of(2026, 1, 2);
        FluxText holder = new FluxText(1);
        passage(
                holder,
                new Passage(
                        new UUID(0, 0),
                        day,
                        null,
                        true,
                        null,
                        null,
                        false,
                        null,
                        null,
                        new Passage.Holder("FICTIF", null, List.of("Alex"), "F", day, "Rennes", "35238", "FRA")));
        String file = head(new UUID(0, 0), Instant.EPOCH, Flux.Action.CREATION, schema, sender, "RNCP1")
                + new String(holder.plain(), 0, holder.size(), StandardCharsets.UTF_8)
                + foot();
        return file.getBytes(StandardCharsets.UTF_8);
    }

    /** One passage, on a line of its own. */
    static void passage(FluxText xml, Passage p) {
        xml.fixed(BEGIN).id(p.id()).fixed(OBTAINED);
        if (!p.byEquivalence()) {
            optional(xml, EXAM_STARTS, p.examStartsOn());
            optional(xml, EXAM_ENDS, p.examEndsOn());
            xml.fixed(p.remote() ? REMOTE : PRESENT);
            optional(xml, POSTAL_CODE, p.postalCode());
        }
        xml.fixed(VALID_FROM.open())
                .day(p.awardedOn())
                .fixed(VALID_FROM.close())
                .fixed(NOT_GRADED);
        textOrNil(xml, ACCESS, access(p));
        optional(xml, ENROLLED, p.enrolledOn());
        xml.fixed(HOLDER);
        holder(xml, p.holder());
        xml.fixed(END);
    }

    private static void holder(FluxText xml, Passage.Holder h) {
        String name = clean(h.birthName());
        text(xml, BIRTH_NAME, name);
        String usage = h.usageName() == null ? "" : clean(h.usageName());
        textOrNil(xml, USAGE_NAME, usage.isEmpty() || usage.equals(name) ? null : usage);
        for (int i = 0; i < h.firstNames().size() && i < FIRST_NAMES; i++) {
            text(xml, FIRST_NAME.get(i), clean(h.firstNames().get(i)));
        }
        LocalDate born = h.bornOn();
        xml.fixed(BIRTH_YEAR.open()).number(born.getYear()).fixed(BIRTH_YEAR.close());
        xml.fixed(BIRTH_MONTH.open()).number(born.getMonthValue()).fixed(BIRTH_MONTH.close());
        xml.fixed(BIRTH_DAY.open()).number(born.getDayOfMonth()).fixed(BIRTH_DAY.close());
        text(xml, SEX, h.sex());
        String code = h.birthInseeCode();
        if (code == null) {
            xml.fixed(NO_BIRTH_CODE);
        } else {
            text(xml, BIRTH_CODE, code);
        }
        String place = clean(h.birthPlace());
        optional(xml, BIRTH_PLACE, place.isEmpty() ? null : place);
        if (code != null && code.startsWith(ABROAD)) {
            text(xml, BIRTH_COUNTRY, code.substring(ABROAD.length()));
        }
    }

    /** How the holder came to the exam; nil for an equivalence, since the value of the format is for foreign diplomas. */
    private static @Nullable String access(Passage p) {
        String route = p.route();
        if (p.byEquivalence() || route == null) {
            return null;
        }
        return switch (route) {
            case "INITIAL" -> "FORMATION_INITIALE_HORS_APPRENTISSAGE";
            case "APPRENTICESHIP" -> "FORMATION_INITIALE_APPRENTISSAGE";
            case "CONTINUING" -> "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION";
            case "PROFESSIONALISATION" -> "FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION";
            case "INDIVIDUAL" -> "CANDIDAT_LIBRE";
            case "EXPERIENCE" -> "VAE";
            default -> null;
        };
    }

    private static void open(StringBuilder xml, String name) {
        xml.append(opening(name));
    }

    private static void close(StringBuilder xml, String name) {
        xml.append(closing(name));
    }

    private static void text(StringBuilder xml, String name, String value) {
        open(xml, name);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
        close(xml, name);
    }

    private static String opening(String name) {
        return "<cpf:" + name + '>';
    }

    private static String closing(String name) {
        return "</cpf:" + name + '>';
    }

    private static String empty(String name) {
        return "<cpf:" + name + " xsi:nil=\"true\"/>";
    }

    private static String constant(String name, String value) {
        return opening(name) + value + closing(name);
    }

    private static void optional(FluxText xml, Element element, @Nullable LocalDate day) {
        if (day != null) {
            xml.fixed(element.open()).day(day).fixed(element.close());
        }
    }

    private static void optional(FluxText xml, Element element, @Nullable String value) {
        if (value != null) {
            text(xml, element, value);
        }
    }

    private static void textOrNil(FluxText xml, Element element, @Nullable String value) {
        if (value == null) {
            xml.fixed(element.nil());
        } else {
            text(xml, element, value);
        }
    }

    private static void text(FluxText xml, Element element, String value) {
        xml.fixed(element.open()).text(value).fixed(element.close());
    }

    /** An element of a passage; several that always come together count as one. */
    private record Element(FluxText.Fixed open, FluxText.Fixed close, FluxText.Fixed nil) {

        static Element of(String... path) {
            StringBuilder open = new StringBuilder();
            StringBuilder close = new StringBuilder();
            for (String name : path) {
                open.append(opening(name));
                close.insert(0, closing(name));
            }
            return new Element(
                    TEXTS.add(open.toString()), TEXTS.add(close.toString()), TEXTS.add(empty(path[path.length - 1])));
        }
    }
}
