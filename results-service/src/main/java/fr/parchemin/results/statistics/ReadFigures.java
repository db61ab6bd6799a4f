package fr.parchemin.results.statistics;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.kit.transaction.OneMoment;
import fr.parchemin.results.statistics.FiguresRepository.CompetenceLine;
import fr.parchemin.results.statistics.FiguresRepository.Line;
import fr.parchemin.results.statistics.FiguresRepository.Question;
import fr.parchemin.results.statistics.FiguresView.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers with figures. Who may read every result by name sees them as they are: authority and certifier all, a centre its own.
 * An analyst sees what rounding left of them (R130).
 */
@ApplicationScoped
class ReadFigures {

    private static final int MOST_DIMENSIONS = 2;

    private static final Map<String, String> ROUTES = Map.of(
            "INITIAL", "Statut d’élève ou d’étudiant",
            "APPRENTICESHIP", "Apprentissage",
            "CONTINUING", "Formation continue",
            "PROFESSIONALISATION", "Contrat de professionnalisation",
            "INDIVIDUAL", "Candidature individuelle",
            "EXPERIENCE", "Expérience (VAE)");

    private static final Map<String, String> TYPES =
            Map.of("TITLE", "Session titre", "CCP", "Session CCP", "CCS", "Session CCS");

    private final FiguresRepository figures;
    private final OneMoment moment;
    private final Caller caller;
    private final int minimumCell;

    ReadFigures(
            FiguresRepository figures,
            OneMoment moment,
            Caller caller,
            @ConfigProperty(name = "statistics.min-cell", defaultValue = "5") int minimumCell) {
        this.figures = figures;
        this.moment = moment;
        this.caller = caller;
        this.minimumCell = minimumCell;
    }

    /**
     * A table of figures, all of one moment: its lines add up to its total while results are counted.
     *
     * @param by names of dimensions, separated by commas; null or empty for the total alone
     * @throws ProblemException 400 for dimensions that there are not
     */
    @Transactional
    FiguresView table(@Nullable String by, FiguresFilter filter) {
        Question question = question(dimensions(by), filter);
        moment.begin();
        List<Line> lines = question.by().isEmpty() ? List.of() : figures.figures(question);
        Map<String, Map<String, String>> labels = labels(question.by(), lines);
        return new FiguresView(
                question.by().stream().map(Dimension::parameter).toList(),
                minimumCell,
                question.shown(),
                Objects.requireNonNull(figures.moved().get("FIGURES")),
                figures.figures(question.total()).stream()
                        .findFirst()
                        .map(ReadFigures::figures)
                        .orElse(question.shown() ? Figures.masked() : Figures.none()),
                lines.stream().map(l -> item(question.by(), l, labels)).toList());
    }

    /** Success by competence. */
    @Transactional
    CompetencesView competences(FiguresFilter filter) {
        Question question = question(List.of(), filter);
        moment.begin();
        List<CompetenceLine> lines = new ArrayList<>(figures.competences(question));
        Map<String, String> labels = figures.competenceLabels(
                lines.stream().map(CompetenceLine::certification).distinct().toList());
        lines.sort(Comparator.<CompetenceLine>comparingDouble(l -> (double) l.acquired() / (l.acquired() + l.missed()))
                .thenComparing(CompetenceLine::code));
        return new CompetencesView(
                minimumCell,
                question.shown(),
                Objects.requireNonNull(figures.moved().get("FIGURES")),
                lines.stream()
                        .map(l -> competence(l, labels.getOrDefault(l.code(), l.code())))
                        .toList());
    }

    private Question question(List<Dimension> by, FiguresFilter filter) {
        boolean all = caller.has(Roles.AUTHORITY) || caller.has(Roles.CERTIFIER);
        boolean centre = !all && caller.has(Roles.CENTRE);
        return Question.of(by, filter.values(), centre ? caller.siret().orElse("") : null, !all && !centre);
    }

    private static List<Dimension> dimensions(@Nullable String by) {
        if (by == null || by.isBlank()) {
            return List.of();
        }
        List<Dimension> dimensions = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (String name : by.split(",")) {
            Dimension.named(name.strip())
                    .ifPresentOrElse(
                            dimensions::add,
                            () -> violations.add(Violation.ofField(
                                    "by",
                                    "Unknown: " + name + ". Known are "
                                            + Arrays.stream(Dimension.values())
                                                    .map(Dimension::parameter)
                                                    .collect(Collectors.joining(", "))
                                            + ".")));
        }
        if (dimensions.size() > MOST_DIMENSIONS
                || dimensions.stream().distinct().count() < dimensions.size()) {
            violations.add(Violation.ofField("by", "At most two, and none twice."));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "See violations.", violations);
        }
        return dimensions;
    }

    private static Figures figures(Line line) {
        long presented = line.admitted() + line.partial() + line.failed() + line.excluded();
        OptionalInt median = line.delays().within(50);
        OptionalInt p90 = line.delays().within(90);
        return new Figures(
                presented + line.absent(),
                presented,
                line.admitted(),
                line.partial(),
                line.failed(),
                line.absent(),
                line.excluded(),
                rate(line.admitted(), presented),
                median.isEmpty() || p90.isEmpty() ? null : new FiguresView.Days(median.getAsInt(), p90.getAsInt()),
                false);
    }

    private static CompetencesView.Item competence(CompetenceLine line, String label) {
        long assessed = line.acquired() + line.missed();
        return new CompetencesView.Item(
                line.certification(),
                line.block(),
                line.code(),
                label,
                assessed,
                line.acquired(),
                rate(line.acquired(), assessed),
                false);
    }

    /** R126: whole percent, half up; nobody gives null and never 0. */
    static @Nullable Integer rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private static FiguresView.Item item(List<Dimension> by, Line line, Map<String, Map<String, String>> labels) {
        Map<String, String> codes = line.codes();
        String year = codes.get("year");
        String month = codes.get("month");
        return new FiguresView.Item(
                codes.get("certification_number"),
                codes.get("block_code"),
                year == null || month != null && !by.contains(Dimension.YEAR) ? null : Integer.valueOf(year),
                month == null ? null : "%s-%02d".formatted(year, Integer.valueOf(month)),
                codes.get("route"),
                codes.get("region"),
                codes.get("centre_siret"),
                codes.get("session_type"),
                by.stream().map(d -> label(d, codes, labels)).collect(Collectors.joining(" · ")),
                figures(line));
    }

    private static String label(
            Dimension dimension, Map<String, String> codes, Map<String, Map<String, String>> labels) {
        String code = Objects.requireNonNull(codes.get(dimension.columns().getLast()));
        return switch (dimension) {
            case YEAR -> code;
            case MONTH ->
                Month.of(Integer.parseInt(code)).getDisplayName(TextStyle.FULL, Locale.FRENCH) + " "
                        + codes.get("year");
            case ROUTE -> ROUTES.getOrDefault(code, code);
            case SESSION_TYPE -> TYPES.getOrDefault(code, code);
            case CERTIFICATION, BLOCK, REGION, CENTRE ->
                labels.getOrDefault(dimension.parameter(), Map.of()).getOrDefault(code, code);
        };
    }

    /** What the database has labels for, by dimension and code. */
    private Map<String, Map<String, String>> labels(List<Dimension> by, List<Line> lines) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Dimension dimension : by) {
            List<String> codes = lines.stream()
                    .map(l -> Objects.requireNonNull(
                            l.codes().get(dimension.columns().getFirst())))
                    .distinct()
                    .toList();
            switch (dimension) {
                case CERTIFICATION -> labels.put(dimension.parameter(), figures.titles(codes));
                case BLOCK -> labels.put(dimension.parameter(), figures.blocks(codes));
                case REGION -> labels.put(dimension.parameter(), figures.regions(codes));
                case CENTRE -> labels.put(dimension.parameter(), figures.centres(codes));
                case YEAR, MONTH, ROUTE, SESSION_TYPE -> {
                    // The code says it all.
                }
            }
        }
        return labels;
    }
}
