package fr.parchemin.results.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts results from the records of truth: the records that are in effect, the outcomes fixed at their validation, and what of
 * it was taken back since. Everything else in the tables of figures follows from these counts.
 */
@ApplicationScoped
class CountRepository {

    /** The results of some sessions that count, each with where it belongs. */
    private static final String COUNTED = """
            held_session as materialized (
                select s.id as session_id, r.id as record_id, s.certification_number, s.plan_version, s.ends_on, s.type as session_type,
                       extract(year from s.ends_on)::smallint as year, extract(month from s.ends_on)::smallint as month,
                       region_of(s.site_insee_code, s.site_postal_code) as region, s.centre_siret
                from session_record r join exam_session s on s.id = r.session_id
                where r.session_id = any(?) and r.state in ('VALIDATED', 'NOTIFIED') and s.annulled_on is null),
            counted as materialized (
                select s.*, e.route, p.enrolment_id, p.outcome, p.blocks
                from held_session s
                    join published_result p on p.record_id = s.record_id
                    join enrolment e on e.id = p.enrolment_id)""";

    /**
     * What of a result was taken back counts no longer: an award withdrawn by decision is undone by a voiding of its
     * own, a title whose ground is lost by the withdrawal of its certificate.
     */
    private static final String FRESH_FIGURES = """
            with %s,
            gain as materialized (
                select q.record_id, q.enrolment_id, q.kind, q.code, q.obtained_on,
                       exists (select from voiding v where v.scope = 'GAIN' and v.target = q.id)
                       or (exists (select from award a where a.acquisition_id = q.id and a.withdrawal_cause = 'GROUND_LOST')
                           and not exists (select from award a where a.acquisition_id = q.id and a.withdrawn_on is null)) as lost
                from acquisition q where q.session_id = any(?)),
            part as materialized (
                select c.*, b.code as block_code, b.result,
                       b.result = 'OBTAINED' and not coalesce(g.lost, false) as obtained, g.obtained_on
                from counted c cross join lateral jsonb_to_recordset(c.blocks) as b (code text, result text)
                    left join gain g on g.record_id = c.record_id and g.enrolment_id = c.enrolment_id and g.code = b.code),
            held as (
                select record_id, enrolment_id, bool_or(obtained) as any_block, max(obtained_on) as obtained_on
                from part group by record_id, enrolment_id),
            result as (
                select c.*, case
                           when c.outcome not in ('AWARDED', 'PARTIAL_SUCCESS') then c.outcome
                           when c.session_type = 'TITLE' and c.outcome = 'AWARDED' and not coalesce(t.lost, false) then 'AWARDED'
                           when c.session_type = 'TITLE' and h.any_block then 'PARTIAL_SUCCESS'
                           when h.any_block then 'AWARDED'
                           else 'FAILURE' end as counts_as,
                       case c.session_type when 'TITLE' then t.obtained_on else h.obtained_on end as awarded_on
                from counted c
                    left join gain t on t.record_id = c.record_id and t.enrolment_id = c.enrolment_id and t.kind = 'TITLE'
                    left join held h on h.record_id = c.record_id and h.enrolment_id = c.enrolment_id),
            fresh as materialized (
                select session_id, '' as block_code, route,
                       case when counts_as = 'AWARDED' then coalesce(greatest(awarded_on - ends_on, 0), -1) else -1 end as days,
                       certification_number, year, month, session_type, region, centre_siret,
                       count(*) filter (where counts_as = 'AWARDED')::integer as admitted,
                       count(*) filter (where counts_as = 'PARTIAL_SUCCESS')::integer as partial,
                       count(*) filter (where counts_as = 'FAILURE')::integer as failed,
                       count(*) filter (where counts_as = 'ABSENT')::integer as absent,
                       count(*) filter (where counts_as = 'EXCLUDED')::integer as excluded
                from result group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                union all
                select session_id, block_code, route,
                       case when obtained then coalesce(greatest(obtained_on - ends_on, 0), -1) else -1 end,
                       certification_number, year, month, session_type, region, centre_siret,
                       count(*) filter (where obtained), 0,
                       count(*) filter (where not obtained and result <> 'NOT_PRESENTED'),
                       count(*) filter (where result = 'NOT_PRESENTED' and outcome <> 'EXCLUDED'),
                       count(*) filter (where result = 'NOT_PRESENTED' and outcome = 'EXCLUDED')
                from part group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)""".formatted(COUNTED);

    /** Who was there is assessed on every competence of what they presented; what is validated of it is what was signed. */
    private static final String FRESH_COMPETENCES = """
            with %s,
            signed as materialized (
                select r.id as record_id, (c ->> 'enrolmentId')::uuid as enrolment_id, c -> 'validatedCompetences' as validated
                from held_session s
                    join session_record r on r.id = s.record_id
                    cross join lateral jsonb_array_elements(r.content::jsonb -> 'candidates') as c),
            asked as materialized (
                select v.number, v.plan_version, b ->> 'code' as block_code, c ->> 'code' as competence_code
                from certification_version v
                    cross join lateral jsonb_array_elements(v.blocks || coalesce(v.plan -> 'complements', '[]')) as b
                    cross join lateral jsonb_array_elements(b -> 'competences') as c
                where (v.number, v.plan_version) in (select certification_number, plan_version from held_session)),
            assessed as materialized (
                select c.session_id, b.code as block_code, c.route, count(*)::integer as many
                from counted c cross join lateral jsonb_to_recordset(c.blocks) as b (code text)
                where c.outcome not in ('ABSENT', 'EXCLUDED') group by 1, 2, 3),
            validated as materialized (
                select c.session_id, v.code, c.route, count(*)::integer as many
                from counted c
                    join signed s on s.record_id = c.record_id and s.enrolment_id = c.enrolment_id
                    cross join lateral jsonb_array_elements_text(s.validated) as v (code)
                where c.outcome not in ('ABSENT', 'EXCLUDED') group by 1, 2, 3),
            fresh as materialized (
                select h.session_id, k.block_code, a.competence_code, k.route, h.certification_number, h.year, h.month,
                       h.session_type, h.region, h.centre_siret, coalesce(v.many, 0) as acquired,
                       k.many - coalesce(v.many, 0) as missed
                from assessed k
                    join held_session h on h.session_id = k.session_id
                    join asked a on a.number = h.certification_number and a.plan_version = h.plan_version
                        and a.block_code = k.block_code
                    left join validated v on v.session_id = k.session_id and v.route = k.route and v.code = a.competence_code)""".formatted(COUNTED);

    /** From what is fresh and what was counted before to what is counted now, and by how much each row moved. */
    private static final String RECOUNT = """
            ,
            before as materialized (select * from {base} where session_id = any(?)),
            after as materialized (
                select {f.columns}, {f.measures}, {coalesced} from fresh f left join before b using ({key})
                union all
                select {columns}, {zeros}, {shown} from before b
                where not exists (select from fresh f where {same.key})),
            delta as materialized (
                select {columns}, {sums}
                from (select {columns}, {values} from after union all select {columns}, {minus} from before) as both_sides
                group by {columns} having {moved}),
            written as (
                insert into {base} ({columns}, {values})
                select {columns}, {values} from after f where exists (select from delta b where {same.key})
                on conflict on constraint pk_{base} do update set {replaced})""";

    /** How many people changed: of a correction that takes one from here to there, one. */
    private static final String SHEETS = """
            ,
            people as (
                select session_id, certification_number, year,
                       greatest(sum(greatest(admitted, 0) + greatest(partial, 0) + greatest(failed, 0) + greatest(absent, 0)
                                    + greatest(excluded, 0)),
                                -sum(least(admitted, 0) + least(partial, 0) + least(failed, 0) + least(absent, 0)
                                     + least(excluded, 0))) as many
                from delta group by session_id, block_code, certification_number, year),
            sheets as (
                insert into statistics_sheet (certification_number, year, changed)
                select certification_number, year, sum(many)
                from (select certification_number, year, max(many) as many from people
                      group by session_id, certification_number, year) as session
                group by certification_number, year
                on conflict on constraint pk_statistics_sheet do update set changed = statistics_sheet.changed + excluded.changed)""";

    /**
     * The running sum of each measure over a sheet, rounded down to a multiple from a secret start on; a row shows what lies
     * between its two ends. So the errors of rows that follow each other do not add up.
     */
    private static final String ROUND = """
            with start as materialized (select {starts}),
            next as materialized (
                select {b.columns}, {rounded}, {b.shown}
                from {base} b cross join start where certification_number = ? and year = ?
                window w as (partition by {within} order by region, centre_siret, month, session_type, session_id, route{days}
                             rows unbounded preceding)),
            delta as materialized (select {columns}, {zeroes}, {differences} from next b where {differs}),
            written as (update {base} f set {next} from next b where {same.key} and ({differs}))""";

    private final DataSource dataSource;

    CountRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One thing to look at again. */
    record Due(String what, @Nullable UUID sessionId) {}

    /** A certification in one year: what is rounded together. */
    record Sheet(String certification, int year) {}

    /** Asks for sessions to be counted again, in the transaction of what changed about them. */
    void due(Collection<UUID> sessionIds) {
        execute("insert into statistics_due (what, session_id) select 'FIGURES', id from unnest(?) as id", (Object)
                uuids(sessionIds));
    }

    /** Whether nobody else counts until the transaction ends. */
    boolean alone() {
        return query("select pg_try_advisory_xact_lock(hashtextextended('statistics', 0))", row -> row.getBoolean(1))
                .getFirst();
    }

    /** Takes what is due, the oldest first. */
    List<Due> take(int many) {
        return query(
                "delete from statistics_due where id in (select id from statistics_due order by id limit " + many
                        + ") returning what, session_id",
                row -> new Due(row.getString(1), row.getObject(2, UUID.class)));
    }

    /** Notes that something moved, for whoever looks at it. */
    void moved(Collection<String> what) {
        execute("update statistics_moved set at = clock_timestamp() where what = any(?)", (Object)
                what.toArray(String[]::new));
    }

    /** Counts sessions again, in the tables by session and, unless the levels are to be summed anyway, in these. */
    void recount(Collection<UUID> sessionIds, boolean levels) {
        Object ids = uuids(sessionIds);
        String figures =
                FRESH_FIGURES + fill(RECOUNT, Cube.FIGURES) + SHEETS + levels(Cube.FIGURES, levels) + " select 1";
        execute(figures, ids, ids, ids);
        String competences =
                FRESH_COMPETENCES + fill(RECOUNT, Cube.COMPETENCES) + levels(Cube.COMPETENCES, levels) + " select 1";
        execute(competences, ids, ids);
    }

    /** Some sheets of which so many people changed since they were last rounded. */
    List<Sheet> unrounded(int atLeast, int many) {
        return query(
                "select certification_number, year from statistics_sheet where changed >= " + atLeast
                        + " order by certification_number, year limit " + many,
                row -> new Sheet(row.getString(1), row.getInt(2)));
    }

    /** Works out what analysts see of a sheet. */
    void round(Sheet sheet, int base, boolean levels) {
        for (Cube cube : List.of(Cube.FIGURES, Cube.COMPETENCES)) {
            String sql = fill(ROUND, cube).replace("{k}", String.valueOf(base)) + levels(cube, levels) + " select 1";
            List<Object> values = new ArrayList<>();
            cube.measures().forEach(m -> values.addAll(List.of(sheet.certification(), sheet.year())));
            values.addAll(List.of(sheet.certification(), sheet.year()));
            execute(sql, values.toArray());
            execute(
                    "delete from %s where certification_number = ? and year = ? and %s"
                            .formatted(cube.base(), joined(cube.values(), " and ", v -> v + " = 0")),
                    sheet.certification(),
                    sheet.year());
        }
        execute(
                "update statistics_sheet set changed = 0 where certification_number = ? and year = ?",
                sheet.certification(),
                sheet.year());
    }

    /** Sums one level anew from the table by session. */
    void sum(Cube cube, Cube.Half half, int level) {
        execute("delete from " + cube.cube() + " where level = ?", level + half.mark());
        execute(cube.sum(half, level));
    }

    /** The next sessions, by id, that have a record or were counted. */
    List<UUID> sessions(@Nullable UUID after, int many) {
        return query(
                """
                select session_id from (
                  (select distinct session_id from session_record where session_id > ? order by session_id limit %1$d)
                  union (select distinct session_id from statistics_session where session_id > ? order by session_id limit %1$d)
                  union (select distinct session_id from statistics_competence where session_id > ? order by session_id limit %1$d)
                ) as session order by session_id limit %1$d
                """.formatted(many),
                row -> row.getObject(1, UUID.class),
                after == null ? FIRST : after,
                after == null ? FIRST : after,
                after == null ? FIRST : after);
    }

    /** How many sessions have a record. */
    long recorded() {
        return query("select count(distinct session_id) from session_record", row -> row.getLong(1))
                .getFirst();
    }

    private static final UUID FIRST = new UUID(0, 0);

    private static String levels(Cube cube, boolean wanted) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; wanted && i < cube.halves().size(); i++) {
            sql.append(", half_%d as (%s)".formatted(i, cube.add(cube.halves().get(i))));
        }
        return sql.toString();
    }

    private static String fill(String template, Cube cube) {
        List<String> shown = cube.measures().stream().map(m -> "shown_" + m).toList();
        String comma = ", ";
        return template.replace("{base}", cube.base())
                .replace("{key}", Cube.list(cube.key()))
                .replace("{columns}", Cube.list(cube.columns()))
                .replace("{f.columns}", joined(cube.columns(), comma, c -> "f." + c))
                .replace("{b.columns}", joined(cube.columns(), comma, c -> "b." + c))
                .replace("{values}", Cube.list(cube.values()))
                .replace("{f.measures}", joined(cube.measures(), comma, m -> "f." + m))
                .replace("{coalesced}", joined(shown, comma, s -> "coalesce(b.%1$s, 0) as %1$s".formatted(s)))
                .replace("{shown}", Cube.list(shown))
                .replace("{b.shown}", joined(shown, comma, s -> "b." + s))
                .replace("{zeros}", joined(cube.measures(), comma, m -> "0"))
                .replace("{zeroes}", joined(cube.measures(), comma, m -> "0 as " + m))
                .replace("{sums}", joined(cube.values(), comma, v -> "sum(%1$s) as %1$s".formatted(v)))
                .replace("{minus}", joined(cube.values(), comma, v -> "-" + v))
                .replace("{moved}", joined(cube.values(), " or ", v -> "sum(" + v + ") <> 0"))
                .replace("{same.key}", joined(cube.key(), " and ", c -> "f.%1$s = b.%1$s".formatted(c)))
                .replace(
                        "{replaced}",
                        Stream.concat(cube.columns().stream(), cube.measures().stream())
                                .filter(c -> !cube.key().contains(c))
                                .map(c -> c + " = excluded." + c)
                                .collect(Collectors.joining(comma)))
                .replace("{starts}", joined(cube.measures(), comma, CountRepository::start))
                .replace("{rounded}", joined(cube.measures(), comma, CountRepository::rounded))
                .replace(
                        "{within}",
                        cube.key().stream()
                                .filter(c -> c.equals("block_code") || c.equals("competence_code"))
                                .collect(Collectors.joining(comma)))
                .replace("{days}", cube.key().contains("days") ? ", days" : "")
                .replace("{differences}", joined(cube.measures(), comma, m -> "next_%1$s - shown_%1$s as shown_%1$s"
                        .formatted(m)))
                .replace("{differs}", joined(cube.measures(), " or ", m -> "next_%1$s <> b.shown_%1$s".formatted(m)))
                .replace("{next}", joined(cube.measures(), comma, m -> "shown_%1$s = next_%1$s".formatted(m)));
    }

    /** The same start for what is nearly the same count: two roundings of one number would tell more of it than one. */
    private static String start(String measure) {
        String like =
                switch (measure) {
                    case "acquired" -> "admitted";
                    case "missed" -> "failed";
                    default -> measure;
                };
        return "rounding_start(?, ?::smallint, '%s', {k}) as start_%s".formatted(like, measure);
    }

    private static String rounded(String measure) {
        return "({k} * ((sum(%1$s) over w + start_%1$s) / {k}) - {k} * ((sum(%1$s) over w - %1$s + start_%1$s) / {k}))::integer as next_%1$s"
                .formatted(measure);
    }

    private static String joined(List<String> names, String separator, Function<String, String> each) {
        return names.stream().map(each).collect(Collectors.joining(separator));
    }

    private static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the figures cannot be counted", e);
        }
    }

    private <T> List<T> query(String sql, Row<T> read, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the figures cannot be counted", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                case String[] names -> statement.setArray(i + 1, connection.createArrayOf("text", names));
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
