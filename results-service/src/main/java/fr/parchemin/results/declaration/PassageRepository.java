package fr.parchemin.results.declaration;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gathers what passages say from the copies of sessions and identities. */
@ApplicationScoped
class PassageRepository {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private static final String SELECT = """
            select d.id, d.awarded_on, d.route, d.by_equivalence, s.starts_on, s.ends_on, coalesce(s.remote, false),
                   s.site_postal_code, e.enrolled_on, p.birth_name, p.usage_name, p.first_names, p.sex, p.born_on,
                   p.birth_place, p.birth_insee_code, p.birth_country_code, d.version
            from declaration d
                join person_identity p on p.candidate_id = d.candidate_id and p.version = d.identity_version
                left join exam_session s on s.id = d.session_id
                left join enrolment e on e.id = d.enrolment_id
            """;

    private static final String WAITING = SELECT + """
            where d.certification_number = ? and d.unsettled and d.state = ? and (d.awarded_on, d.id) > (?, ?)
            """;
    private static final String RESENT = "and d.treatment = 'RESENT'\n";
    private static final String IN_ORDER = "order by d.awarded_on, d.id\n";
    private static final int FETCHED = 5_000;

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    PassageRepository(DataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /** Of some declarations; one whose identity was erased has none. */
    List<Passage> of(Collection<UUID> declarations) {
        return read(
                SELECT + "where d.id = any(?)",
                (connection, statement) ->
                        statement.setArray(1, connection.createArrayOf("uuid", declarations.toArray())),
                this::passage);
    }

    /**
     * What waits for a file.
     *
     * @param version of its declaration: another one means that somebody changed it since
     */
    record Waiting(Passage passage, int version) {}

    /**
     * The next ones of a certification that wait in a state, in the order of a file (D14). Nobody else may change them until the
     * transaction ends; those that somebody changes are left out.
     *
     * @param resentOnly whether those alone that are sent again (D5)
     * @param after the last one of the piece before, with the day of its award
     */
    List<Waiting> hold(
            String certification,
            Declaration.State state,
            boolean resentOnly,
            @Nullable LocalDate afterDay,
            @Nullable UUID after,
            int many) {
        return read(
                waiting(resentOnly) + "limit ? for update of d skip locked",
                (connection, statement) -> {
                    bind(statement, certification, state, afterDay, after);
                    statement.setInt(5, many);
                },
                this::waiting);
    }

    /**
     * The same ones, as they are now and not held: whoever enters them compares versions. All are read by one statement, which
     * costs a third of one for each piece; to be opened outside a transaction, on a connection that it keeps until it is closed.
     */
    Queue queue(
            String certification,
            Declaration.State state,
            boolean resentOnly,
            @Nullable LocalDate afterDay,
            @Nullable UUID after) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                connection.setAutoCommit(false);
                PreparedStatement statement = connection.prepareStatement(waiting(resentOnly));
                statement.setFetchSize(FETCHED);
                bind(statement, certification, state, afterDay, after);
                return new Queue(connection, statement.executeQuery());
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("passages cannot be read", e);
        }
    }

    /** What waits, one piece after the other. */
    final class Queue implements AutoCloseable {

        private final Connection connection;
        private final ResultSet rows;

        private Queue(Connection connection, ResultSet rows) {
            this.connection = connection;
            this.rows = rows;
        }

        /** As many as there are, and no more than asked for. */
        List<Waiting> next(int many) {
            List<Waiting> found = new ArrayList<>(many);
            try {
                while (found.size() < many && rows.next()) {
                    found.add(waiting(rows));
                }
                return found;
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("passages cannot be read", e);
            }
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException("passages cannot be read", e);
            }
        }
    }

    private static String waiting(boolean resentOnly) {
        return WAITING + (resentOnly ? RESENT : "") + IN_ORDER;
    }

    private static void bind(
            PreparedStatement statement,
            String certification,
            Declaration.State state,
            @Nullable LocalDate afterDay,
            @Nullable UUID after)
            throws SQLException {
        statement.setString(1, certification);
        statement.setString(2, state.name());
        statement.setObject(3, afterDay == null ? LocalDate.EPOCH : afterDay);
        statement.setObject(4, after == null ? new UUID(0, 0) : after);
    }

    private Waiting waiting(ResultSet row) throws SQLException, IOException {
        return new Waiting(passage(row), row.getInt(18));
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException, IOException;
    }

    private <T> List<T> read(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("passages cannot be read", e);
        }
    }

    private Passage passage(ResultSet row) throws SQLException, IOException {
        Passage.Holder holder = new Passage.Holder(
                row.getString(10),
                row.getString(11),
                mapper.readValue(row.getString(12), NAMES),
                row.getString(13),
                row.getObject(14, LocalDate.class),
                row.getString(15),
                row.getString(16),
                row.getString(17));
        return new Passage(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getBoolean(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getBoolean(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                holder);
    }
}
