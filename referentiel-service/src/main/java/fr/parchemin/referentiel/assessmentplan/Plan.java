package fr.parchemin.referentiel.assessmentplan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a certification is assessed: for the whole title, for each block that can be sat alone and for each complementary
 * certificate, which events, how long, in which order, and what each of them assesses.
 *
 * @param complements complementary certificates (CCS) that whoever holds the title may add to it (R4)
 * @param acquisitionText how the title is reached by blocks, as published
 */
public record Plan(
        List<Target> targets,
        List<DocumentCheck> documentChecks,
        List<SituationType> situationTypes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Complement> complements,
        @Nullable String acquisitionText) {

    /** The target of a session for the whole title. */
    public static final String TITLE = "TITLE";

    public Plan {
        targets = listOf(targets);
        documentChecks = listOf(documentChecks);
        situationTypes = listOf(situationTypes);
        complements = listOf(complements);
    }

    /** Kinds of events. */
    public enum Kind {
        /** Real or reconstructed work situation (mise en situation professionnelle). */
        PROFESSIONAL_SIMULATION,
        /** Questions on the simulation (entretien technique). */
        TECHNICAL_INTERVIEW,
        /** Questions on work produced before the session (questionnement à partir de productions). */
        PRODUCTION_REVIEW,
        /** Last interview, on the mastery of the whole (entretien final). */
        FINAL_INTERVIEW
    }

    /** What a candidate can sit in one session. */
    @Schema(
            name = "PlanTarget",
            description =
                    "What a candidate can sit in one session: the title, one block or one complementary certificate.")
    public record Target(
            @Schema(description = "TITLE, the code of a block or the code of a complement.", examples = "TITLE")
            @NotBlank
            @Size(max = 50)
            String target,

            @Schema(description = "Minutes of all events together.", examples = "110") @Positive
            int totalMinutes,

            @Schema(description = "How it is assessed, as published; null where the block itself says it.")
            @Nullable
            @Size(max = 65536)
            String assessmentText,

            @NotEmpty @Size(max = 50) List<@NotNull @Valid Event> events) {

        public Target {
            events = listOf(events);
        }

        @JsonIgnore
        boolean isTitle() {
            return target.equals(TITLE);
        }
    }

    /** One part of the examination with its own duration. */
    @Schema(name = "PlanEvent", description = "One part of the examination with its own duration.")
    public record Event(
            @Schema(description = "Unique within the target.", examples = "MSP") @NotBlank @Size(max = 20)
            String code,

            @NotNull Kind kind,

            @Schema(examples = "Mise en situation professionnelle") @NotBlank @Size(max = 300)
            String label,

            @Schema(examples = "30") @Positive int minutes,

            @Schema(description = "Its parts; they add up to its minutes, unless there are none.") @Size(max = 50)
            List<@NotNull @Valid Part> parts,

            @Schema(description = "Codes of the events that come before it.", examples = "[\"MSP\"]") @Size(max = 50)
            List<@NotBlank String> after,

            @Schema(description = "What the candidate draws; null where nothing is drawn.") @Nullable @Valid
            Draw draw,

            @Schema(description = "Codes of the competences that it assesses; may be empty for a final interview.")
            @Size(max = 500)
            List<@NotBlank String> competences,

            @Schema(description = "What the jury is given or reads.", examples = "[\"Document de liaison\"]")
            @Size(max = 50)
            List<@NotBlank @Size(max = 300) String> evidence) {

        public Event {
            parts = listOf(parts);
            after = listOf(after);
            competences = listOf(competences);
            evidence = listOf(evidence);
        }
    }

    /** A stretch of an event. */
    @Schema(name = "PlanPart", description = "A stretch of an event.")
    public record Part(
            @NotBlank @Size(max = 300) String label,
            @Schema(examples = "10") @Positive int minutes) {}

    /** How many situations a candidate draws for an event, and of which types. */
    @Schema(name = "PlanDraw", description = "How many situations the candidate draws, and of which types.")
    public record Draw(
            @Schema(examples = "2") @Min(1) int count,

            @Schema(examples = "[\"ACTIVE_PRESENCE\", \"REGULATION\"]") @NotEmpty @Size(max = 50)
            List<@NotBlank String> types) {

        public Draw {
            types = listOf(types);
        }
    }

    /** A competence that is proved by a document and observed by nobody. */
    @Schema(
            name = "PlanDocumentCheck",
            description = "A competence that is proved by a document and observed by nobody.")
    public record DocumentCheck(
            @Schema(examples = "RNCP37722BC02-C3") @NotBlank String competence,

            @Schema(description = "Kind of document; SST is the certificate of workplace first aid.", examples = "SST")
            @NotBlank
            @Size(max = 50)
            String document) {}

    /** A type of situation. */
    @Schema(name = "PlanSituationType", description = "A type of situation that events draw from.")
    public record SituationType(
            @Schema(examples = "REGULATION") @NotBlank @Size(max = 50)
            String code,

            @NotBlank @Size(max = 300) String label) {}

    /**
     * A complementary certificate (certificat complémentaire de spécialisation, R4). The register lists none of them, so that
     * the codes are the certifier's own.
     */
    @Schema(
            name = "PlanComplement",
            description = "A complementary certificate (CCS) that whoever holds the title may add to it.")
    public record Complement(
            @Schema(description = "Number of the certification, CCS and two digits.", examples = "RNCP37722CCS01")
            @NotBlank
            @Pattern(regexp = "(RNCP|RS)[0-9]+CCS[0-9]{2}", message = "A code such as RNCP37722CCS01.")
            String code,

            @NotBlank @Size(max = 300) String label,

            @NotEmpty @Size(max = 100) List<@NotNull @Valid ComplementCompetence> competences) {

        public Complement {
            competences = listOf(competences);
        }
    }

    /** A competence of a complementary certificate. */
    @Schema(name = "PlanComplementCompetence", description = "A competence of a complementary certificate.")
    public record ComplementCompetence(
            @Schema(description = "Code of the complement, -C and a number.", examples = "RNCP37722CCS01-C1") @NotBlank
            String code,

            @NotBlank @Size(max = 1000) String label) {}

    /** A list that was not sent is empty; a null inside is kept, for validation to find. */
    static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
