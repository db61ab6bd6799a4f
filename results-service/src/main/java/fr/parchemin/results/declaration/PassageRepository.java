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
                   p.birth_place, p.birth_insee_code, p.birth_country_code
            from declaration d
                join person_identity p on p.candidate_id = d.candidate_id and p.version = d.identity_version
                left join exam_session s on s.id = d.session_id
                left join enrolment e on e.id = d.enrolment_id
            """;

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
                        statement.setArray(1, connection.createArrayOf("uuid", declarations.toArray())));
    }

    /**
     * The next ones of a certification that wait in a state and are in no flux, in the order of a file (D14); they are held
     * until the transaction ends.
     *
     * @param after the last one of the piece before, with the day of its award
     */
    List<Passage> next(
            String certification,
            Declaration.State state,
            @Nullable LocalDate afterDay,
            @Nullable UUID after,
            int many) {
        String sql = SELECT + """
                where d.certification_number = ? and d.state = ? and (d.awarded_on, d.id) > (?, ?)
                order by d.awarded_on, d.id
                limit ?
                for update of d skip locked
                """;
        return read(sql, (connection, statement) -> {
            statement.setString(1, certification);
            statement.setString(2, state.name());
            statement.setObject(3, afterDay == null ? LocalDate.EPOCH : afterDay);
            statement.setObject(4, after == null ? new UUID(0, 0) : after);
            statement.setInt(5, many);
        });
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private List<Passage> read(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
            List<Passage> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(passage(rows));
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
