package fr.parchemin.results.declaration;

import java.time.Instant;
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
    /** INSEE code of a country: 99 and these three digits. */
    private static final String ABROAD = "99";

    private FluxFormat() {}

    /** Names and places as they are declared: trimmed, single spaces (D15). */
    static String clean(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
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

    /** One passage, on a line of its own. */
    static void passage(StringBuilder xml, Passage p) {
        open(xml, "passageCertification");
        text(xml, "idTechnique", p.id().toString());
        text(xml, "obtentionCertification", "PAR_ADMISSION");
        text(xml, "donneeCertifiee", "true");
        if (!p.byEquivalence()) {
            optional(xml, "dateDebutExamen", p.examStartsOn());
            optional(xml, "dateFinExamen", p.examEndsOn());
            text(xml, "modalitePassageExamen", p.remote() ? "A_DISTANCE" : "EN_PRESENTIEL");
            optional(xml, "codePostalCentreExamen", p.postalCode());
        }
        text(xml, "dateDebutValidite", p.awardedOn().toString());
        nil(xml, "dateFinValidite");
        text(xml, "presenceNiveauLangueEuro", "false");
        text(xml, "presenceNiveauNumeriqueEuro", "false");
        nil(xml, "scoring");
        nil(xml, "mentionValidee");
        open(xml, "modalitesInscription");
        textOrNil(xml, "modaliteAcces", access(p));
        optional(xml, "dateInscription", p.enrolledOn());
        close(xml, "modalitesInscription");
        open(xml, "identificationTitulaire");
        holder(xml, p.holder());
        close(xml, "identificationTitulaire");
        close(xml, "passageCertification");
        xml.append('\n');
    }

    private static void holder(StringBuilder xml, Passage.Holder h) {
        open(xml, "titulaire");
        text(xml, "nomNaissance", clean(h.birthName()));
        String usage = h.usageName() == null ? "" : clean(h.usageName());
        textOrNil(xml, "nomUsage", usage.isEmpty() || usage.equals(clean(h.birthName())) ? null : usage);
        for (int i = 0; i < h.firstNames().size() && i < FIRST_NAMES; i++) {
            text(xml, "prenom" + (i + 1), clean(h.firstNames().get(i)));
        }
        text(xml, "anneeNaissance", Integer.toString(h.bornOn().getYear()));
        text(xml, "moisNaissance", Integer.toString(h.bornOn().getMonthValue()));
        text(xml, "jourNaissance", Integer.toString(h.bornOn().getDayOfMonth()));
        text(xml, "sexe", h.sex());
        open(xml, "codeCommuneNaissance");
        String code = h.birthInseeCode();
        if (code == null) {
            open(xml, "codePostalNaissance");
            nil(xml, "codePostal");
            close(xml, "codePostalNaissance");
        } else {
            open(xml, "codeInseeNaissance");
            text(xml, "codeInsee", code);
            close(xml, "codeInseeNaissance");
        }
        close(xml, "codeCommuneNaissance");
        String place = clean(h.birthPlace());
        optional(xml, "libelleCommuneNaissance", place.isEmpty() ? null : place);
        if (code != null && code.startsWith(ABROAD)) {
            text(xml, "codePaysNaissance", code.substring(ABROAD.length()));
        }
        close(xml, "titulaire");
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
        xml.append("<cpf:").append(name).append('>');
    }

    private static void close(StringBuilder xml, String name) {
        xml.append("</cpf:").append(name).append('>');
    }

    private static void nil(StringBuilder xml, String name) {
        xml.append("<cpf:").append(name).append(" xsi:nil=\"true\"/>");
    }

    private static void optional(StringBuilder xml, String name, @Nullable Object value) {
        if (value != null) {
            text(xml, name, value.toString());
        }
    }

    private static void textOrNil(StringBuilder xml, String name, @Nullable String value) {
        if (value == null) {
            nil(xml, name);
        } else {
            text(xml, name, value);
        }
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
}
