package fr.parchemin.referentiel.sheet;

import fr.parchemin.referentiel.identifier.CertificationNumber;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a national register publishes about one certification (its <em>fiche</em>), whatever the format it came in. Texts
 * are as published, faults included; what the register does not say is null, and a list it does not give is empty.
 *
 * @param sheetId technical id of the register; it may change, so it is never a key
 * @param active null when the register does not say
 * @param other what has no place of its own above
 */
public record Sheet(
        String number,
        @Nullable Long sheetId,
        String title,
        @Nullable Coded abbreviation,
        @Nullable String state,
        @Nullable Boolean active,
        @Nullable Level level,
        @Nullable String registrationType,
        Validity validity,
        List<Coded> nsf,
        List<Coded> formacodes,
        List<Coded> rome,
        List<Coded> idcc,
        List<Certifier> certifiers,
        @Nullable String objectives,
        @Nullable String activities,
        @Nullable String attestedCompetences,
        @Nullable String sectors,
        @Nullable String jobs,
        @Nullable String regulations,
        Prerequisites prerequisites,
        List<Block> blocks,
        List<Route> accessRoutes,
        List<Statistic> statistics,
        List<String> predecessors,
        List<String> successors,
        List<Correspondence> correspondences,
        @Nullable Boolean newCaledonia,
        @Nullable Boolean frenchPolynesia,
        List<RawElement> other) {

    public Sheet {
        nsf = List.copyOf(nsf);
        formacodes = List.copyOf(formacodes);
        rome = List.copyOf(rome);
        idcc = List.copyOf(idcc);
        certifiers = List.copyOf(certifiers);
        blocks = List.copyOf(blocks);
        accessRoutes = List.copyOf(accessRoutes);
        statistics = List.copyOf(statistics);
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
        correspondences = List.copyOf(correspondences);
        other = List.copyOf(other);
    }

    public CertificationNumber certificationNumber() {
        return new CertificationNumber(number);
    }

    /** A code of a nomenclature with its label. */
    @Schema(description = "A code of a nomenclature with its label.")
    public record Coded(
            @Schema(examples = "332t") String code,

            @Schema(examples = "Aide, conseil, orientation, soutien socio-éducatif") @Nullable
            String label) {}

    /** Level of qualification: {@code value} is 1 to 8, null where the code is none of {@code NIV1} to {@code NIV8}. */
    @Schema(name = "Level", description = "Level of the national framework of qualifications.")
    public record Level(
            @Schema(description = "Code of the register.", examples = "NIV3")
            String code,

            @Schema(
                    description = "1 to 8; null where the register gives no number.",
                    examples = "3",
                    minimum = "1",
                    maximum = "8")
            @Nullable
            Integer value,

            @Schema(examples = "Niveau 3") @Nullable String label) {}

    /** The days that bound a registration. */
    @Schema(description = "The days that bound the registration.")
    public record Validity(
            @Schema(description = "Publication of the record.") @Nullable
            LocalDate publishedOn,

            @Schema(description = "Effect of the last order.") @Nullable
            LocalDate effectiveOn,

            @Schema(description = "Decision of registration.") @Nullable
            LocalDate decidedOn,

            @Schema(description = "Last official journal.") @Nullable
            LocalDate lastOfficialJournalOn,

            @Schema(description = "Last day of the registration.", examples = "2028-07-02") @Nullable
            LocalDate registrationEndsOn,

            @Schema(description = "Last day of award after that end.") @Nullable
            LocalDate lastDeliveryOn) {}

    /** A body that owns and awards the certification. */
    @Schema(description = "A body that owns and awards the certification.")
    public record Certifier(
            @Schema(examples = "11000007200014") @Nullable String siret,

            @Schema(examples = "MINISTERE DU TRAVAIL DU PLEIN EMPLOI ET DE L' INSERTION") @Nullable
            String name,

            @Nullable String tradeName,
            @Nullable String website,
            @Nullable Boolean active,
            @Nullable LocalDate stateChangedOn) {}

    /** What a candidate must have before, as free texts. */
    @Schema(description = "What a candidate must have before.")
    public record Prerequisites(
            @Schema(description = "To enter the training.") @Nullable
            String training,

            @Schema(description = "To be awarded the certification.") @Nullable
            String certification) {}

    /** A block of competences as the register publishes it: its competences are one text. */
    public record Block(
            String code,
            @Nullable String label,
            @Nullable String competencesText,
            @Nullable String assessmentText,
            @Nullable String trainingPrerequisites,
            @Nullable String certificationPrerequisites) {}

    /** A way to reach the certification; {@code open} is null when the register does not say. */
    public record Route(
            AccessRoute route,
            @Nullable Boolean open,
            @Nullable String juryComposition,
            @Nullable LocalDate changedOn) {}

    /** Published figures of one year of award; rates in percent of those who answered. */
    @Schema(description = "Published figures of one year of award; rates in percent of those who answered.")
    public record Statistic(
            @Schema(examples = "2022") int year,

            @Schema(description = "People certified.", examples = "247") @Nullable
            Integer certified,

            @Schema(description = "Of these, by recognition of experience.", examples = "0") @Nullable
            Integer certifiedByVae,

            @Schema(description = "In employment after 6 months.", examples = "33") @Nullable
            Integer employmentRate6Months,

            @Schema(description = "In the job aimed at after 6 months.", examples = "26") @Nullable
            Integer targetJobRate6Months,

            @Schema(description = "In the job aimed at after 2 years.", examples = "72") @Nullable
            Integer targetJobRate2Years) {}

    /** Blocks of this certification that are worth blocks of another one, or the whole of it when none is named. */
    @Schema(
            name = "DeclaredCorrespondence",
            description =
                    "Blocks of this certification that are worth blocks of another; no code stands for the whole.")
    public record Correspondence(
            List<String> blocks, @Nullable String otherNumber, List<String> otherBlocks) {

        public Correspondence {
            blocks = List.copyOf(blocks);
            otherBlocks = List.copyOf(otherBlocks);
        }
    }
}
