package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Certifications and their partners. */
@ApplicationScoped
class CertificationRepository implements PanacheRepositoryBase<Certification, String> {

    /** Rows sorted by what somebody writes must wait for whoever began to write before: nothing older comes after this. */
    private static final String HORIZON = """
            select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """;

    /** The words themselves: by an index each, however many rows have them. */
    private static final String UNKNOWN = """
            select numnode(plainto_tsquery('french', ?)) > 0
              and (select count(*) from certification where search_vector @@ plainto_tsquery('french', ?)) = 0
            """;

    /** Words of titles that are spelt nearly so, or begin so. */
    private static final String NEAREST = """
            select word from (
              select distinct regexp_split_to_table(search_text, '[^[:alnum:]]+') as word
              from certification where ? <% search_text) as candidate
            where similarity(word, ?) >= 0.35 or word like ? || '%'
            order by similarity(word, ?) desc, word limit 5
            """;

    private static final String MATCHING =
            "select w from unnest(?) as w where to_tsvector('french', w) @@ to_tsquery('french', ?)";

    private final DataSource dataSource;

    CertificationRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One row more than the page has. */
    List<ListedCertification> list(
            CertificationFilter filter, @Nullable SearchTerms terms, PageRequest page, LocalDate today) {
        Instant horizon = filter.order().equals("updatedAt") ? horizon() : Instant.MAX;
        CertificationQuery query = CertificationQuery.page(filter, terms, page, today, horizon);
        return read(connection -> query.prepare(connection, ""), ListedCertification::of);
    }

    /** The plan by which PostgreSQL would read a list, for tests. */
    List<String> explain(CertificationQuery query) {
        return read(connection -> query.prepare(connection, "explain "), row -> row.getString(1));
    }

    /** What to look for instead of the words that no certification has. */
    Map<String, List<String>> spellings(List<String> words) {
        Map<String, List<String>> spellings = new HashMap<>();
        for (String word : words) {
            if (read(connection -> prepare(connection, UNKNOWN, word, word), row -> row.getBoolean(1))
                    .getFirst()) {
                read(
                        connection -> connection.prepareStatement(
                                "select set_config('pg_trgm.word_similarity_threshold', '0.4', true)"),
                        row -> row.getString(1));
                List<String> nearest = read(
                        connection -> prepare(connection, NEAREST, word, word, word, word), row -> row.getString(1));
                if (!nearest.isEmpty()) {
                    spellings.put(word, nearest);
                }
            }
        }
        return spellings;
    }

    /** Those of the words that a search finds. */
    Set<String> matching(Set<String> words, String query) {
        return Set.copyOf(read(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(MATCHING);
                    statement.setArray(1, connection.createArrayOf("text", words.toArray()));
                    statement.setString(2, query);
                    return statement;
                },
                row -> row.getString(1)));
    }

    private Instant horizon() {
        return read(connection -> connection.prepareStatement(HORIZON), row -> row.getObject(1, OffsetDateTime.class)
                        .toInstant())
                .getFirst();
    }

    private <T> List<T> read(Preparation preparation, RowReading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = preparation.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("certifications cannot be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }

    /** Certifications that name this one as their successor or predecessor, and those that it names. */
    List<LinkedCertification> linkedTo(String number, List<String> named) {
        return getEntityManager()
                .createQuery(
                        "select c.number, c.title, c.predecessors, c.successors from Certification c"
                                + " where c.number in :named or array_contains(c.predecessors, :number)"
                                + " or array_contains(c.successors, :number) order by c.number",
                        LinkedCertification.class)
                .setParameter("named", named)
                .setParameter("number", number)
                .getResultList();
    }

    /** Certifications that declare a correspondence with this one. */
    List<Certification> correspondingTo(String number) {
        return list("array_contains(corresponding, ?1) order by number", number);
    }

    @FunctionalInterface
    private interface Preparation {
        PreparedStatement prepare(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What lineage needs of another certification. */
    record LinkedCertification(String number, String title, List<String> predecessors, List<String> successors) {}
}
