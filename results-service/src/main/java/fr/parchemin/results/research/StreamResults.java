package fr.parchemin.results.research;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.transaction.OneMoment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes every result that was notified, as it was at one moment, from one cursor: a thousand rows in memory, however many
 * there are. The order is random by person, or the place in one file would tell who is who in another.
 */
@ApplicationScoped
class StreamResults {

    private static final int ROWS_AT_ONCE = 1_000;
    /** Each holds a connection of the database for as long as its reader takes. */
    private static final int AT_ONCE = 2;

    /** Less what was taken back since, by decision or with the ground of a title: as the statistics count it. */
    private static final String SELECT = """
            with lost as materialized (
                select q.record_id, q.enrolment_id, bool_or(q.kind = 'TITLE') as title,
                       coalesce(array_agg(q.code) filter (where q.kind <> 'TITLE'), '{}') as codes
                from acquisition q
                where q.id in (select target from voiding where scope = 'GAIN'
                               union
                               select a.acquisition_id from award a
                               where a.withdrawal_cause = 'GROUND_LOST'
                                 and not exists (select from award b
                                                 where b.acquisition_id = a.acquisition_id and b.withdrawn_on is null))
                group by q.record_id, q.enrolment_id)
            select r.candidate_id, r.certification_number, s.type, r.block_code, e.route, r.outcome, r.title_awarded, r.blocks,
                   p.born_on, s.starts_on, s.ends_on,
                   region_of(s.site_insee_code, s.site_postal_code), l.title, l.codes
            from published_result r
                join exam_session s on s.id = r.session_id
                left join enrolment e on e.id = r.enrolment_id
                left join lost l on l.record_id = r.record_id and l.enrolment_id = r.enrolment_id
                left join lateral (select i.born_on from person_identity i
                                   where i.candidate_id = r.candidate_id
                                     and i.version <= coalesce(e.identity_version, i.version)
                                   order by i.version desc limit 1) p on true
            where r.notified_at is not null and not r.superseded and r.annulled_on is null
            """;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final DataSource dataSource;
    private final ObjectMapper json;

    StreamResults(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Which results; null means any. The year is the one of the last day of the session. */
    record Filter(
            @Nullable String certificationNumber, @Nullable Integer year) {}

    /**
     * @throws ProblemException 503 while as many exports as are allowed are under way
     */
    void requireRoom() {
        if (free.availablePermits() == 0) {
            throw new ProblemException(
                    CommonProblem.UNAVAILABLE, AT_ONCE + " exports are under way already. Try again in a minute.");
        }
    }

    /** As lines of JSON. */
    void lines(Filter filter, OutputStream out) throws IOException {
        lines(receiver -> each(filter, receiver), json, out);
    }

    /** As CSV with commas; the blocks in one cell, {@code RNCP37722BC01=OBTAINED} and so on with spaces between. */
    void csv(Filter filter, OutputStream out) throws IOException {
        csv(receiver -> each(filter, receiver), out);
    }

    // A response that is closed is a whole one: what breaks off is left open, and what it still held is forgotten.

    static void lines(Source results, ObjectMapper json, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        results.each(result -> {
            text.write(json.writeValueAsString(result));
            text.write('\n');
        });
        text.flush();
    }

    static void csv(Source results, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(
                "pseudonym",
                "certificationNumber",
                "sessionType",
                "blockCode",
                "route",
                "outcome",
                "titleAwarded",
                "blocks",
                "ageBand",
                "region",
                "month");
        results.each(r -> csv.writeRecord(
                r.pseudonym(),
                r.certificationNumber(),
                r.sessionType(),
                text(r.blockCode()),
                text(r.route()),
                r.outcome(),
                String.valueOf(r.titleAwarded()),
                r.blocks().stream().map(b -> b.code() + '=' + b.result()).collect(Collectors.joining(" ")),
                text(r.ageBand()),
                r.region(),
                r.month()));
        csv.flush();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    interface Receiver {
        void receive(ResearchResultView result) throws IOException;
    }

    interface Source {
        void each(Receiver receiver) throws IOException;
    }

    private void each(Filter filter, Receiver receiver) throws IOException {
        // Whoever asked for the headers alone has no place to give back.
        free.acquireUninterruptibly();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            OneMoment.begin(connection);
            try (PreparedStatement select = prepare(connection, filter)) {
                select.setFetchSize(ROWS_AT_ONCE);
                Pseudonyms pseudonyms = new Pseudonyms();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        receiver.receive(result(rows, pseudonyms));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("results cannot be read", e);
        } finally {
            free.release();
        }
    }

    private static PreparedStatement prepare(Connection connection, Filter filter) throws SQLException {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        if (filter.certificationNumber() != null) {
            sql.append(" and r.certification_number = ?");
            values.add(filter.certificationNumber());
        }
        if (filter.year() != null) {
            sql.append(" and s.ends_on >= make_date(?, 1, 1) and s.ends_on < make_date(? + 1, 1, 1)");
            values.add(filter.year());
            values.add(filter.year());
        }
        // A salt of its own: the key of the names never leaves this process.
        sql.append(" order by sha256(? || uuid_send(r.candidate_id)), s.ends_on, r.enrolment_id");
        values.add(Pseudonyms.random());
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private ResearchResultView result(ResultSet row, Pseudonyms pseudonyms) throws SQLException, IOException {
        LocalDate bornOn = row.getObject(9, LocalDate.class);
        LocalDate endsOn = row.getObject(11, LocalDate.class);
        Array codes = row.getArray(14);
        List<?> lost = codes == null ? List.of() : Arrays.asList((Object[]) codes.getArray());
        boolean titleLost = row.getBoolean(13);
        List<ResearchResultView.Block> blocks = new ArrayList<>();
        for (JsonNode block : json.readTree(row.getString(8))) {
            String code = block.path("code").asText();
            blocks.add(new ResearchResultView.Block(
                    code,
                    lost.contains(code) ? "NOT_OBTAINED" : block.path("result").asText()));
        }
        return new ResearchResultView(
                pseudonyms.of(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                codes == null ? row.getString(6) : outcome(row.getString(3), row.getString(6), titleLost, blocks),
                row.getBoolean(7) && !titleLost,
                blocks,
                bornOn == null ? null : AgeBand.of(bornOn, row.getObject(10, LocalDate.class)),
                row.getString(12),
                endsOn.toString().substring(0, 7));
    }

    /** What is left of an outcome of which something was taken back. */
    private static String outcome(
            String sessionType, String outcome, boolean titleLost, List<ResearchResultView.Block> blocks) {
        boolean title = sessionType.equals("TITLE");
        if (title && outcome.equals("AWARDED") && !titleLost) {
            return outcome;
        }
        if (blocks.stream().noneMatch(b -> b.result().equals("OBTAINED"))) {
            return "FAILURE";
        }
        return title ? "PARTIAL_SUCCESS" : "AWARDED";
    }
}
