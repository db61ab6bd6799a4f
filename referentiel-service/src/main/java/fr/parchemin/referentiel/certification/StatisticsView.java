package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.figures.YearCount;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of a certification per year, each marked with its source. */
@Schema(
        name = "CertificationStatistics",
        description = "Figures of a certification, a row per source and year of award.")
public record StatisticsView(@Schema(examples = "RNCP37722") String certification, List<Row> items) {

    public StatisticsView {
        items = List.copyOf(items);
    }

    static StatisticsView of(RecordedCertification certification, List<YearCount> counted) {
        Stream<Row> published = certification.sheet().statistics().stream()
                .map(s -> new Row(
                        Source.FRANCE_COMPETENCES,
                        s.year(),
                        s.certified(),
                        s.certifiedByVae(),
                        s.employmentRate6Months(),
                        s.targetJobRate6Months(),
                        s.targetJobRate2Years()));
        Stream<Row> ours = counted.stream()
                .map(c -> new Row(
                        Source.PARCHEMIN,
                        c.year(),
                        Math.toIntExact(c.titles()),
                        Math.toIntExact(c.byExperience()),
                        null,
                        null,
                        null));
        return new StatisticsView(
                certification.sheet().number(), Stream.concat(published, ours).toList());
    }

    /** Who counted. */
    public enum Source {
        /** Published in the national register. */
        FRANCE_COMPETENCES,
        /** Titles awarded here, without those withdrawn. */
        PARCHEMIN
    }

    /** One year, as one source counts it. */
    @Schema(
            name = "CertificationStatisticsRow",
            description =
                    "One year of award, as one source counts it. Rates in percent of those who answered; null is unknown.")
    public record Row(
            Source source,
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
}
