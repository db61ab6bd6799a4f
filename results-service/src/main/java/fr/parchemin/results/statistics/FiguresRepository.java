package fr.parchemin.results.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the tables made for it. */
@ApplicationScoped
class FiguresRepository {

    private final DataSource dataSource;

    FiguresRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What is asked for.
     *
     * @param by what to break down by
     * @param filter any of these values, by dimension
     * @param centre a centre to which everything is confined, whatever the filter; null for none
     * @param blocks whether blocks are counted in place of results as a whole
     * @param shown whether to sum what analysts see
     */
    record Question(
            List<Dimension> by,
            Map<Dimension, List<Object>> filter,
            @Nullable String centre,
            boolean blocks,
            boolean shown) {

        static Question of(
                List<Dimension> by, Map<Dimension, List<Object>> filter, @Nullable String centre, boolean shown) {
            return new Question(
                    by, filter, centre, by.contains(Dimension.BLOCK) || filter.containsKey(Dimension.BLOCK), shown);
        }

        /** The same, not broken down. */
        Question total() {
            return new Question(List.of(), filter, centre, blocks, shown);
        }

        private int level() {
            return Stream.concat(by.stream(), filter.keySet().stream())
                    .mapToInt(Dimension::level)
                    .reduce(
                            (centre == null ? 0 : Dimension.CENTRE.level()) | (blocks ? Dimension.BLOCK.level() : 0),
                            (a, b) -> a | b);
        }
    }

    /**
     * One line of an answer.
     *
     * @param codes what it is of, by column
     */
    record Line(
            Map<String, String> codes,
            long admitted,
            long partial,
            long failed,
            long absent,
            long excluded,
            Delays delays) {}

    /** One competence of an answer. */
    record CompetenceLine(String certification, String block, String code, long acquired, long missed) {}

    /**
     * Figures, by code. A line of nobody is left out: of what analysts see, whether somebody is behind it or not, for even that
     * there is somebody would tell of small numbers.
     */
    List<Line> figures(Question question) {
        List<String> columns = question.by().stream()
                .flatMap(d -> d.columns().stream())
                .distinct()
                .toList();
        String by = columns.stream().map(c -> c + ", ").collect(Collectors.joining());
        String prefix = question.shown() ? "shown_" : "";
        Narrowed from = narrowed(Cube.FIGURES, question);
        String spread = from.kept()
                ? "string_agg(array_to_string(%1$sdays, ','), ',') filter (where %1$sdays <> '{}')"
                : "string_agg(days || ',' || %1$sadmitted, ',') filter (where days >= 0)";
        String sql = """
                select %1$s%2$s, %3$s from %4$s %5$s having sum(%6$s) <> 0 %7$s
                """.formatted(
                        by,
                        Cube.FIGURES.measures().stream()
                                .map(m -> "sum(" + prefix + m + ")")
                                .collect(Collectors.joining(", ")),
                        spread.formatted(prefix),
                        from.sql(),
                        columns.isEmpty() ? "" : "group by " + String.join(", ", columns),
                        Cube.FIGURES.measures().stream().map(m -> prefix + m).collect(Collectors.joining(" + ")),
                        columns.isEmpty() ? "" : "order by " + String.join(", ", columns));
        List<Line> lines = new ArrayList<>();
        query(sql, from.values(), row -> {
            Map<String, String> codes = new TreeMap<>();
            int i = 1;
            for (String column : columns) {
                codes.put(column, row.getString(i++));
            }
            lines.add(new Line(
                    codes,
                    row.getLong(i++),
                    row.getLong(i++),
                    row.getLong(i++),
                    row.getLong(i++),
                    row.getLong(i++),
                    Delays.of(row.getString(i))));
        });
        return lines;
    }

    /** Competences, by code. */
    List<CompetenceLine> competences(Question question) {
        String prefix = question.shown() ? "shown_" : "";
        Narrowed from = narrowed(
                Cube.COMPETENCES,
                Question.of(List.of(Dimension.BLOCK), question.filter(), question.centre(), question.shown()));
        List<CompetenceLine> lines = new ArrayList<>();
        query(
                """
                select certification_number, block_code, competence_code, sum(%1$sacquired), sum(%1$smissed)
                from %2$s group by certification_number, block_code, competence_code
                having sum(%1$sacquired + %1$smissed) <> 0
                order by certification_number, block_code, competence_code
                """.formatted(prefix, from.sql()),
                from.values(),
                row -> lines.add(new CompetenceLine(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5))));
        return lines;
    }

    /** @param kept whether it is a table of sums */
    private record Narrowed(boolean kept, String sql, List<Object> values) {}

    /** The smallest table that can answer, narrowed to what is asked for. */
    private static Narrowed narrowed(Cube cube, Question question) {
        int level = question.level();
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        boolean kept = cube.keeps(level);
        if (kept) {
            conditions.add("level = " + level);
        } else if (cube == Cube.FIGURES) {
            conditions.add(question.blocks() ? "block_code <> ''" : "block_code = ''");
        }
        question.filter().forEach((dimension, any) -> {
            conditions.add(dimension.columns().getLast() + " = any(?)");
            values.add(any.toArray());
        });
        if (question.centre() != null) {
            conditions.add("centre_siret = ?");
            values.add(question.centre());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new Narrowed(kept, (kept ? cube.cube() : cube.base()) + where, values);
    }

    /** When each of these last moved. */
    Map<String, Instant> moved() {
        Map<String, Instant> moved = new TreeMap<>();
        query("select what, at from statistics_moved", List.of(), row -> {
            moved.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        });
        return moved;
    }

    /** Titles of certifications, by number. */
    Map<String, String> titles(Collection<String> numbers) {
        return labels("""
                select distinct on (number) number, title from certification_version where number = any(?)
                order by number, plan_version desc
                """, numbers);
    }

    /** Labels of blocks and complementary certificates, by code. */
    Map<String, String> blocks(Collection<String> certifications) {
        return labels("""
                select distinct on (b ->> 'code') b ->> 'code', b ->> 'label'
                from certification_version v
                    cross join lateral jsonb_array_elements(v.blocks || coalesce(v.plan -> 'complements', '[]')) as b
                where v.number = any(?) order by b ->> 'code', v.plan_version desc
                """, certifications);
    }

    /** Labels of competences, by code. */
    Map<String, String> competenceLabels(Collection<String> certifications) {
        return labels("""
                select distinct on (c ->> 'code') c ->> 'code', c ->> 'label'
                from certification_version v
                    cross join lateral jsonb_array_elements(v.blocks || coalesce(v.plan -> 'complements', '[]')) as b
                    cross join lateral jsonb_array_elements(b -> 'competences') as c
                where v.number = any(?) order by c ->> 'code', v.plan_version desc
                """, certifications);
    }

    /** Names of regions, by code. */
    Map<String, String> regions(Collection<String> codes) {
        return labels("select code, label from region where code = any(?)", codes);
    }

    /** Names of centres as they were last told, by SIRET. */
    Map<String, String> centres(Collection<String> sirets) {
        return labels("""
                select siret, last.centre_name
                from unnest(?) as siret cross join lateral (
                    select centre_name from exam_session where centre_siret = siret order by ends_on desc limit 1) as last
                """, sirets);
    }

    private Map<String, String> labels(String sql, Collection<String> codes) {
        Map<String, String> labels = new HashMap<>();
        if (!codes.isEmpty()) {
            query(
                    sql,
                    Collections.singletonList(codes.toArray()),
                    row -> labels.put(row.getString(1), row.getString(2)));
        }
        return labels;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, List<Object> values, Row read) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Object[] any) {
                    statement.setArray(
                            i + 1, connection.createArrayOf(any[0] instanceof Integer ? "int4" : "text", any));
                } else {
                    statement.setObject(i + 1, values.get(i));
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the figures cannot be read", e);
        }
    }
}
