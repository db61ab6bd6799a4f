package fr.parchemin.results.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of counts by session and the sums of it that are kept for reading: one level for every set of criteria that is asked
 * for often, so that a question reads about as many rows as its answer has. A level is a sum of the bits below; the type of the
 * session is broken down in all of them.
 *
 * @param base the table by session
 * @param key what tells rows of {@code base} apart
 * @param always columns that every level breaks down
 * @param optional columns that a level breaks down or not, by their bit
 * @param measures what is counted, each a column and, as analysts see it, a column {@code shown_…}
 * @param spread whether the base has a row for each number of {@code days} to the award; a level has them side by side in one row, as
 *     pairs of days and admitted, for a median asks for all of them and for nothing else of them
 * @param halves the levels kept of rows that meet a condition
 */
record Cube(
        String base,
        String cube,
        List<String> key,
        List<String> always,
        Map<Integer, String> optional,
        List<String> measures,
        boolean spread,
        List<Half> halves) {

    static final int CERTIFICATION = 1;
    static final int YEAR = 2;
    static final int MONTH = 4;
    static final int ROUTE = 8;
    static final int REGION = 16;
    static final int BLOCK = 32;
    /** Always with {@link #REGION}: a centre seldom holds sessions in two. */
    static final int CENTRE = 64;

    private static final List<String> PLACE =
            List.of("certification_number", "year", "month", "session_type", "region", "centre_siret");

    static final Cube FIGURES = new Cube(
            "statistics_session",
            "statistics_cube",
            List.of("session_id", "block_code", "route", "days"),
            List.of("block_code", "session_type"),
            Map.of(
                    CERTIFICATION,
                    "certification_number",
                    YEAR,
                    "year",
                    MONTH,
                    "month",
                    ROUTE,
                    "route",
                    REGION,
                    "region",
                    CENTRE,
                    "centre_siret"),
            List.of("admitted", "partial", "failed", "absent", "excluded"),
            true,
            List.of(
                    new Half("block_code = ''", 0, wholeLevels()),
                    new Half(
                            "block_code <> ''",
                            BLOCK,
                            subsets(YEAR, ROUTE, REGION)
                                    .map(l -> l | CERTIFICATION)
                                    .toList())));

    static final Cube COMPETENCES = new Cube(
            "statistics_competence",
            "statistics_competence_cube",
            List.of("session_id", "block_code", "competence_code", "route"),
            List.of("block_code", "competence_code", "session_type"),
            Map.of(CERTIFICATION, "certification_number", YEAR, "year", ROUTE, "route", REGION, "region"),
            List.of("acquired", "missed"),
            false,
            List.of(new Half(
                    "true",
                    BLOCK,
                    Stream.of(0, YEAR, ROUTE, REGION, YEAR | ROUTE, YEAR | REGION, ROUTE | REGION)
                            .map(l -> l | CERTIFICATION)
                            .toList())));

    /**
     * Levels of some rows.
     *
     * @param mark added to the number of each level
     */
    record Half(String condition, int mark, List<Integer> levels) {}

    private static List<Integer> wholeLevels() {
        List<Integer> levels =
                new ArrayList<>(subsets(CERTIFICATION, YEAR, ROUTE, REGION).toList());
        Stream.of(0, CERTIFICATION, ROUTE, REGION, ROUTE | REGION).forEach(l -> levels.add(l | YEAR | MONTH));
        subsets(YEAR, ROUTE).forEach(l -> levels.add(l | CENTRE | REGION));
        return levels;
    }

    private static Stream<Integer> subsets(int... bits) {
        return IntStream.range(0, 1 << bits.length).mapToObj(chosen -> IntStream.range(0, bits.length)
                .filter(i -> (chosen & 1 << i) != 0)
                .map(i -> bits[i])
                .sum());
    }

    /** Whether sums by these criteria are kept. */
    boolean keeps(int level) {
        return halves.stream()
                .anyMatch(h -> (level & BLOCK) == h.mark() && h.levels().contains(level & ~BLOCK));
    }

    /** Every column of {@link #base} that is no measure. */
    List<String> columns() {
        return Stream.concat(key.stream(), PLACE.stream()).toList();
    }

    /** Measures, and what is shown of them. */
    List<String> values() {
        return Stream.concat(measures.stream(), measures.stream().map(m -> "shown_" + m))
                .toList();
    }

    /** Statement that adds the rows of {@code delta} to the levels of one half. */
    String add(Half half) {
        return insert(half, half.levels(), "delta") + " on conflict on constraint pk_" + cube + " do update set "
                + Stream.concat(
                                values().stream().map(v -> v + " = " + cube + "." + v + " + excluded." + v),
                                spreads().stream()
                                        .map(v -> "%1$s = added_days(%2$s.%1$s, excluded.%1$s)".formatted(v, cube)))
                        .collect(Collectors.joining(", "));
    }

    /** Statement that sums one level from the table by session. */
    String sum(Half half, int level) {
        return insert(half, List.of(level), base);
    }

    private List<String> spreads() {
        return spread ? List.of("days", "shown_days") : List.of();
    }

    private String insert(Half half, List<Integer> levels, String from) {
        Map<Integer, String> criteria = new TreeMap<>(optional);
        List<String> columns = Stream.of(List.of("level"), always, List.copyOf(criteria.values()))
                .flatMap(List::stream)
                .toList();
        String into = "insert into %s (%s) "
                .formatted(
                        cube,
                        list(Stream.of(columns, values(), spreads())
                                .flatMap(List::stream)
                                .toList()));
        String cells = cells(half, levels, from, criteria);
        if (!spread) {
            return into + cells;
        }
        String sums = values().stream().map(v -> "sum(" + v + ")").collect(Collectors.joining(", "));
        String pairs = Stream.of("admitted", "shown_admitted")
                .map(
                        "coalesce(array_agg(array[days, %1$s] order by days) filter (where days >= 0 and %1$s <> 0), '{}')"
                                ::formatted)
                .collect(Collectors.joining(", "));
        return into + "select %s, %s, %s from (%s) as cell group by %1$s".formatted(list(columns), sums, pairs, cells);
    }

    /** Statement that reads the sums of these levels, those of each number of days apart. */
    private String cells(Half half, List<Integer> levels, String from, Map<Integer, String> criteria) {
        List<String> within =
                spread ? Stream.concat(always.stream(), Stream.of("days")).toList() : always;
        int broken = levels.stream().reduce(0, (a, b) -> a | b);
        String number = criteria.entrySet().stream()
                .filter(e -> (broken & e.getKey()) != 0)
                .map(e -> " + " + e.getKey() + " * (1 - grouping(" + e.getValue() + "))")
                .collect(Collectors.joining("", String.valueOf(half.mark()), ""));
        String selected = criteria.entrySet().stream()
                .map(e -> {
                    String nothing = isNumber(e.getValue()) ? "0" : "''";
                    return ((broken & e.getKey()) == 0 ? nothing : "coalesce(" + e.getValue() + ", " + nothing + ")")
                            + " as " + e.getValue();
                })
                .collect(Collectors.joining(", "));
        String sets = levels.stream()
                .map(level -> Stream.concat(
                                within.stream(),
                                criteria.entrySet().stream()
                                        .filter(e -> (level & e.getKey()) != 0)
                                        .map(Map.Entry::getValue))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        return "select %s as level, %s, %s, %s from %s where %s group by grouping sets (%s) having %s"
                .formatted(
                        number,
                        list(within),
                        selected,
                        values().stream()
                                .map(v -> "sum(%1$s)::integer as %1$s".formatted(v))
                                .collect(Collectors.joining(", ")),
                        from,
                        half.condition(),
                        sets,
                        values().stream().map(v -> "sum(" + v + ") <> 0").collect(Collectors.joining(" or ")));
    }

    private static boolean isNumber(String column) {
        return column.equals("year") || column.equals("month");
    }

    static String list(List<String> names) {
        return String.join(", ", names);
    }
}
