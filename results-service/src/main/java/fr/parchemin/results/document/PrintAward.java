package fr.parchemin.results.document;

import fr.parchemin.kit.document.French;
import fr.parchemin.kit.document.PdfDocument;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.ReadAwards;
import fr.parchemin.results.award.ReadBlocks;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.credential.Issuer;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets the diploma (parchemin), the certificate of a block or of a complement, and the attestation of an award in force. */
@ApplicationScoped
class PrintAward {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ReadAwards awards;
    private final ReadIdentity identities;
    private final ReadBlocks blocks;
    private final Issuer issuer;
    private final Clock clock;

    PrintAward(ReadAwards awards, ReadIdentity identities, ReadBlocks blocks, Issuer issuer, Clock clock) {
        this.awards = awards;
        this.identities = identities;
        this.blocks = blocks;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The diploma or certificate as PDF/A. */
    byte[] diploma(String number) {
        // Setting takes longer than reading: it happens when the transaction is over.
        return PdfDocument.of(DocumentTemplates.diploma(certificate(number)).render());
    }

    /** The attestation as PDF/A. */
    byte[] attestation(String number) {
        return PdfDocument.of(DocumentTemplates.attestation(certificate(number)).render());
    }

    @Transactional
    Printed.Certificate certificate(String number) {
        Award award = awards.concerned(number);
        if (!award.inForce()) {
            throw new ProblemException(
                    ProblemType.AWARD_WITHDRAWN,
                    "It was withdrawn on " + award.withdrawnOn() + ": nothing attests it any more.");
        }
        Identity holder = identities
                .version(award.candidateId(), award.identityVersion())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.IDENTITY_ERASED, "The identity of its holder is not kept any more."));
        boolean title = award.kind() == Award.Kind.TITLE;
        String address = issuer.verification(award.number());
        return new Printed.Certificate(
                switch (award.kind()) {
                    case TITLE -> "Titre professionnel";
                    case BLOCK -> "Certificat de compétences professionnelles";
                    case CCS -> "Certificat complémentaire de spécialisation";
                },
                title ? award.title() : award.label(),
                title ? null : award.title(),
                award.certificationNumber(),
                holder.sex().equals("F") ? "Madame" : "Monsieur",
                holder.fullName(),
                born(holder),
                French.day(award.awardedOn()),
                award.number(),
                issuer.name(),
                how(award.obtainedBy()),
                title ? blocks.of(award).stream().map(Block::label).toList() : List.of(),
                address,
                QrCode.of(address),
                French.day(LocalDate.ofInstant(clock.instant(), PARIS)));
    }

    static String born(Identity holder) {
        return (holder.sex().equals("F") ? "née le " : "né le ")
                + French.day(holder.bornOn()).split(" ", 2)[1]
                + (holder.birthPlace().isBlank() ? "" : " à " + holder.birthPlace());
    }

    private static String how(@Nullable ObtainedBy obtainedBy) {
        return switch (obtainedBy) {
            case null -> "à l’issue d’une session d’examen";
            case TITLE_SESSION -> "obtenu à l’issue d’une session titre";
            case CAPITALISATION -> "obtenu par capitalisation de blocs de compétences";
            case EQUIVALENCE -> "obtenu par équivalence";
            case CUMULATION -> "obtenu par cumul de blocs et d’équivalences";
        };
    }
}
