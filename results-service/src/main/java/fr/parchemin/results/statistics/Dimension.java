package fr.parchemin.results.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A criterion by which figures are broken down or narrowed. */
enum Dimension {
    CERTIFICATION("certification", Cube.CERTIFICATION, "certification_number"),
    BLOCK("block", Cube.CERTIFICATION | Cube.BLOCK, "certification_number", "block_code"),
    YEAR("year", Cube.YEAR, "year"),
    MONTH("month", Cube.YEAR | Cube.MONTH, "year", "month"),
    ROUTE("route", Cube.ROUTE, "route"),
    REGION("region", Cube.REGION, "region"),
    CENTRE("centre", Cube.CENTRE | Cube.REGION, "centre_siret"),
    SESSION_TYPE("sessionType", 0, "session_type");

    private final String parameter;
    private final int level;
    private final List<String> columns;

    Dimension(String parameter, int level, String... columns) {
        this.parameter = parameter;
        this.level = level;
        this.columns = List.of(columns);
    }

    /** Its name in requests. */
    String parameter() {
        return parameter;
    }

    /** What a level of a cube must break down for it. */
    int level() {
        return level;
    }

    List<String> columns() {
        return columns;
    }

    static Optional<Dimension> named(String name) {
        return Arrays.stream(values()).filter(d -> d.parameter.equals(name)).findFirst();
    }
}
