package fr.parchemin.results.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to ask, and when. */
@Schema(name = "SurveyRequest")
record SurveyRequest(
        @NotNull
        @Pattern(regexp = "(RNCP|RS)[0-9]+", message = "RNCP or RS and digits.")
        @Schema(examples = "RNCP37722")
        String certificationNumber,

        @Min(2000) @Max(2100) @Schema(description = "Year of the awards (R127).", examples = "2025")
        int year,

        @NotNull @Schema(description = "P6M: 6 months after the award; P24M: 2 years after it.")
        Wave wave) {}
