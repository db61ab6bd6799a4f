package fr.parchemin.results.statistics;

import fr.parchemin.results.statistics.FiguresView.Days;
import fr.parchemin.results.statistics.FiguresView.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same tables as CSV: semicolons, UTF-8, a line of names; a figure that is not shown is empty. */
final class FiguresCsv {

    static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final String FIGURES =
            "enrolled;presented;admitted;partial;failed;absent;excluded;successRate;medianDaysToAward;p90DaysToAward;suppressed";

    private FiguresCsv() {}

    /** Lines of a table, or its total where it is not broken down. */
    static String of(FiguresView table) {
        StringBuilder csv = new StringBuilder();
        if (table.by().isEmpty()) {
            return csv.append(FIGURES)
                    .append('\n')
                    .append(line(cells(table.total())))
                    .toString();
        }
        List<Dimension> by = table.by().stream()
                .map(name -> Dimension.named(name).orElseThrow())
                .toList();
        List<String> names =
                by.stream().flatMap(d -> names(d).stream()).distinct().toList();
        csv.append(String.join(";", names)).append(";label;").append(FIGURES).append('\n');
        for (FiguresView.Item item : table.items()) {
            List<@Nullable Object> cells = new ArrayList<>();
            names.forEach(n -> cells.add(code(item, n)));
            cells.add(item.label());
            cells.addAll(cells(item.figures()));
            csv.append(line(cells));
        }
        return csv.toString();
    }

    static String of(CompetencesView competences) {
        StringBuilder csv = new StringBuilder(
                "certificationNumber;blockCode;code;label;assessed;acquired;successRate;suppressed\n");
        competences
                .items()
                .forEach(c -> csv.append(line(Arrays.asList(
                        c.certificationNumber(),
                        c.blockCode(),
                        c.code(),
                        c.label(),
                        c.assessed(),
                        c.acquired(),
                        c.successRate(),
                        c.suppressed()))));
        return csv.toString();
    }

    private static List<String> names(Dimension dimension) {
        return switch (dimension) {
            case CERTIFICATION -> List.of("certificationNumber");
            case BLOCK -> List.of("certificationNumber", "blockCode");
            case CENTRE -> List.of("centreSiret");
            case YEAR, MONTH, ROUTE, REGION, SESSION_TYPE -> List.of(dimension.parameter());
        };
    }

    private static @Nullable Object code(FiguresView.Item item, String name) {
        return switch (name) {
            case "certificationNumber" -> item.certificationNumber();
            case "blockCode" -> item.blockCode();
            case "year" -> item.year();
            case "month" -> item.month();
            case "route" -> item.route();
            case "region" -> item.region();
            case "centreSiret" -> item.centreSiret();
            default -> item.sessionType();
        };
    }

    private static List<@Nullable Object> cells(Figures f) {
        Days days = f.daysToAward();
        return Arrays.asList(
                f.enrolled(),
                f.presented(),
                f.admitted(),
                f.partial(),
                f.failed(),
                f.absent(),
                f.excluded(),
                f.successRate(),
                days == null ? null : days.median(),
                days == null ? null : days.p90(),
                f.suppressed());
    }

    private static String line(List<@Nullable Object> cells) {
        return cells.stream().map(FiguresCsv::cell).collect(Collectors.joining(";", "", "\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        // A label that begins like a formula would be run as one by a spreadsheet.
        String safe = text.startsWith("=") || text.startsWith("+") || text.startsWith("-") || text.startsWith("@")
                ? "'" + text
                : text;
        return safe.contains(";") || safe.contains("\"") || safe.contains("\n")
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
