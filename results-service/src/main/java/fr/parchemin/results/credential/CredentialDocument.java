package fr.parchemin.results.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.proof.Contexts;
import fr.parchemin.results.proof.StrictJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What a credential says: W3C Verifiable Credential 2.0 in the shape of an Open Badge 3.0. It names the holder, because it is
 * the holder's own document; nothing that is published does.
 */
final class CredentialDocument {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Issuer issuer;
    private final Award award;
    private final Identity holder;
    private final List<Block> blocks;

    /** @param blocks what the award covers: every block of a title, or the one block or complementary certificate */
    CredentialDocument(Issuer issuer, Award award, Identity holder, List<Block> blocks) {
        this.issuer = issuer;
        this.award = award;
        this.holder = holder;
        this.blocks = blocks;
    }

    ObjectNode of(Credential credential) {
        String name = name();
        String day = start(award.awardedOn()).toString();
        ObjectNode document = StrictJson.object();
        document.putArray("@context").add(Contexts.CREDENTIALS).add(Contexts.OPEN_BADGES);
        document.put("id", "urn:uuid:" + credential.id());
        document.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        document.put("name", name);
        ObjectNode by = document.putObject("issuer");
        by.put("id", issuer.did());
        by.putArray("type").add("Profile");
        by.put("name", issuer.name());
        by.put("url", issuer.url("/"));
        document.put(
                "validFrom", validFrom(award.awardedOn(), credential.issuedAt()).toString());
        document.put("awardedDate", day);
        subject(document.putObject("credentialSubject"), name);
        String list = issuer.statusList(credential.statusList());
        ObjectNode status = document.putObject("credentialStatus");
        status.put("id", list + "#" + credential.statusIndex());
        status.put("type", "BitstringStatusListEntry");
        status.put("statusPurpose", "revocation");
        status.put("statusListIndex", String.valueOf(credential.statusIndex()));
        status.put("statusListCredential", list);
        return document;
    }

    private void subject(ObjectNode subject, String name) {
        subject.putArray("type").add("AchievementSubject");
        ArrayNode identifiers = subject.putArray("identifier");
        identity(identifiers.addObject(), "name", holder.fullName());
        identity(identifiers.addObject(), "ext:birthDate", holder.bornOn().toString());
        subject.put("licenseNumber", award.number());
        String url = url();
        ObjectNode achievement = subject.putObject("achievement");
        achievement.put("id", url);
        achievement.putArray("type").add("Achievement");
        achievement.put("achievementType", award.kind() == Award.Kind.TITLE ? "Certification" : "MicroCredential");
        achievement.put("name", name);
        achievement.put("description", description());
        achievement.putObject("criteria").put("id", url).put("narrative", criteria());
        achievement.put("humanCode", award.blockCode() == null ? award.certificationNumber() : award.blockCode());
        achievement.put("inLanguage", "fr");
        ArrayNode alignment = achievement.putArray("alignment");
        if (award.blockCode() != null) {
            align(
                    alignment.addObject(),
                    award.certificationNumber(),
                    award.title(),
                    certification(),
                    "ceterms:Credential");
        }
        for (Block block : blocks) {
            align(alignment.addObject(), block.code(), block.label(), url(block), "ceterms:Credential");
            for (Block.Competence c : block.competences()) {
                align(alignment.addObject(), c.code(), c.label(), url(block) + "#" + c.code(), "ceasn:Competency");
            }
        }
        results(subject, achievement);
    }

    /** One result a competence. A title that adds up what was recognised elsewhere, or was granted, has none to tell. */
    private void results(ObjectNode subject, ObjectNode achievement) {
        if (award.obtainedBy() == ObtainedBy.CUMULATION
                || award.obtainedBy() == ObtainedBy.EQUIVALENCE
                || blocks.stream().allMatch(b -> b.competences().isEmpty())) {
            return;
        }
        ArrayNode descriptions = achievement.putArray("resultDescription");
        ArrayNode results = subject.putArray("result");
        for (Block block : blocks) {
            for (Block.Competence c : block.competences()) {
                String id = url(block) + "#" + c.code();
                ObjectNode description = descriptions.addObject();
                description.put("id", id);
                description.putArray("type").add("ResultDescription");
                description.put("name", c.label());
                description.put("resultType", "Status");
                ObjectNode result = results.addObject();
                result.putArray("type").add("Result");
                result.put("resultDescription", id);
                result.put("status", "Completed");
            }
        }
    }

    private static void identity(ObjectNode identity, String type, String value) {
        identity.put("type", "IdentityObject");
        identity.put("hashed", false);
        identity.put("identityHash", value);
        identity.put("identityType", type);
    }

    private static void align(ObjectNode alignment, String code, String name, String url, String type) {
        alignment.putArray("type").add("Alignment");
        alignment.put("targetCode", code);
        alignment.put("targetName", name);
        alignment.put("targetUrl", url);
        alignment.put("targetFramework", "Répertoire national des certifications professionnelles");
        alignment.put("targetType", type);
    }

    private String name() {
        return switch (award.kind()) {
            case TITLE -> "Titre professionnel : " + award.title();
            case BLOCK -> "Certificat de compétences professionnelles : " + award.label();
            case CCS -> "Certificat complémentaire de spécialisation : " + award.label();
        };
    }

    private String description() {
        return switch (award.kind()) {
            case TITLE -> "Titre professionnel « " + award.title() + " », " + award.certificationNumber() + ".";
            case BLOCK ->
                "Bloc de compétences " + award.blockCode() + " du titre professionnel « " + award.title() + " », "
                        + award.certificationNumber() + ".";
            case CCS ->
                "Complète le titre professionnel « " + award.title() + " », " + award.certificationNumber() + ".";
        };
    }

    private String criteria() {
        return switch (award.kind()) {
            case TITLE ->
                switch (Objects.requireNonNull(award.obtainedBy())) {
                    case EQUIVALENCE -> "Le titre a été accordé par une décision d’équivalence totale, sans examen.";
                    case CUMULATION ->
                        "Les blocs du titre ont été validés par un jury de professionnels ou reconnus par équivalence, et "
                                + "l’entretien final a montré la maîtrise de l’ensemble.";
                    case TITLE_SESSION, CAPITALISATION ->
                        "Toutes les compétences du titre ont été validées par un jury de professionnels, et l’entretien "
                                + "final a montré la maîtrise de l’ensemble.";
                };
            case BLOCK, CCS -> "Toutes les compétences ont été validées par un jury de professionnels.";
        };
    }

    private String certification() {
        return issuer.url("/v1/certifications/" + award.certificationNumber());
    }

    private String url() {
        return award.blockCode() == null ? certification() : certification() + "/blocks/" + award.blockCode();
    }

    private String url(Block block) {
        return certification() + "/blocks/" + block.code();
    }

    /** The day of the award, which begins ten hours earlier in Nouméa than in Paris: what is issued there then is valid. */
    static Instant validFrom(LocalDate awardedOn, Instant issuedAt) {
        Instant day = start(awardedOn);
        return issuedAt.isBefore(day) ? issuedAt.truncatedTo(ChronoUnit.SECONDS) : day;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(FRANCE).toInstant();
    }
}
