package fr.parchemin.results.cohort;

import org.jspecify.annotations.Nullable;

/** What the register publishes of one year of award; rates in percent, null where it says nothing. */
public record SourceFigure(
        int year,
        @Nullable Integer certified,
        @Nullable Integer certifiedByVae,
        @Nullable Integer employmentRate6Months,
        @Nullable Integer targetJobRate6Months,
        @Nullable Integer targetJobRate2Years) {}
