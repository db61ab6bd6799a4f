package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.transaction.OneMoment;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Certifications and their partners. */
@ApplicationScoped
class CertificationRepository implements PanacheRepositoryBase<Certification, String> {

    /**
     * Rows sorted by what somebody writes must wait for whoever began to write before: nothing older comes after this. The hour is
     * the one at which the statement came: whoever begins to write after the activity has been read writes later than that.
     */
    private static final String HORIZON = """
            select least(statement_timestamp(), min(xact_start)) from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """;

    /** An index tells of each word whether any certification has it; reading all of them would tell the same. */
    private static final String FOR_SPELLINGS = "select set_config('pg_trgm.similarity_threshold', '0.35', true)"
            + " || set_config('enable_seqscan', 'off', true)";

    /** Words that no certification has, with words of titles that are spelt nearly so, or begin so. */
    private static final String SPELLINGS = """
            select entered.word, array(
              select w.word from search_word w
              where w.word % entered.word or w.word like entered.word || '%'
              order by similarity(w.word, entered.word) desc, w.word limit 5)
            from unnest(?) as entered (word)
            where numnode(plainto_tsquery('french', entered.word)) > 0 and not exists (
              select from certification c where c.search_vector @@ plainto_tsquery('french', entered.word))
            """;

    private static final String MATCHING =
            "select w from unnest(?) as w where to_tsvector('french', w) @@ to_tsquery('french', ?)";

    private static final String WHOLE = "select c.number, " + CertificationQuery.ACTIVE
            + ", c.sheet, c.partners, c.source_feed, c.source_version, c.source_date, c.imported_at,"
            + " k.codes, k.ranks, k.labels, c.version from certification c left join lateral ("
            + "select array_agg(block_code order by block_code, rank) as codes,"
            + " array_agg(rank order by block_code, rank) as ranks, array_agg(label order by block_code, rank) as labels"
            + " from competence where certification_number = c.number) k on true where ";

    private static final int ROWS_AT_ONCE = 100;

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
        read(connection -> connection.prepareStatement(FOR_SPELLINGS), row -> row.getString(1));
        Map<String, List<String>> spellings = new HashMap<>();
        read(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(SPELLINGS);
                    statement.setArray(1, connection.createArrayOf("text", words.toArray()));
                    return statement;
                },
                row -> spellings.put(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())));
        spellings.values().removeIf(List::isEmpty);
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

    /**
     * Hands on every certification that fits, by number, as they all were at one moment. Only a few are in memory at once.
     *
     * @throws IOException when the receiver does
     */
    void stream(CertificationQuery query, LocalDate today, Receiver receiver) throws IOException {
        CertificationQuery whole = query.behind(WHOLE, today);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            OneMoment.begin(connection);
            try (PreparedStatement statement = whole.prepare(connection, "")) {
                // Bytes come as bytes from the first row on, not as digits.
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        receiver.receive(stored(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("certifications cannot be read", e);
        }
    }

    /** One certification as it is stored. */
    Optional<StoredCertification> stored(String number, LocalDate today) {
        return read(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(WHOLE + "c.number = ?");
                            statement.setObject(1, today);
                            statement.setString(2, number);
                            return statement;
                        },
                        CertificationRepository::stored)
                .stream()
                .findFirst();
    }

    /**
     * One certification, as it stays until the transaction ends. An import holds what it has changed until it is over: who
     * comes meanwhile waits, though not longer than a request may last.
     */
    Optional<Certification> lock(String number) {
        getEntityManager().createNativeQuery("set local lock_timeout = '20s'").executeUpdate();
        return findByIdOptional(number, LockModeType.PESSIMISTIC_WRITE);
    }

    /** How many transactions have changed what sheets show. */
    long changes() {
        return read(
                        connection -> connection.prepareStatement("select count(*) from catalogue_change"),
                        row -> row.getLong(1))
                .getFirst();
    }

    private static StoredCertification stored(ResultSet row) throws SQLException {
        return new StoredCertification(
                row.getString(1),
                row.getBoolean(2),
                row.getBytes(3),
                row.getBytes(4),
                new SheetSource(
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                competences(row),
                row.getInt(12));
    }

    private static List<Competence> competences(ResultSet row) throws SQLException {
        Array blocks = row.getArray(9);
        if (blocks == null) {
            return List.of();
        }
        String[] codes = (String[]) blocks.getArray();
        Integer[] ranks = (Integer[]) row.getArray(10).getArray();
        String[] labels = (String[]) row.getArray(11).getArray();
        List<Competence> competences = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            competences.add(new Competence(codes[i], ranks[i], labels[i]));
        }
        return competences;
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

    /** Certifications that are among these, or name one of them as a predecessor or successor. */
    List<LinkedCertification> around(Collection<String> numbers) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select number, title, predecessors, successors from certification
                        where number = any (cast(:numbers as text[])) or predecessors && cast(:numbers as text[])
                              or successors && cast(:numbers as text[])
                        order by number
                        """, Object[].class)
                .setParameter("numbers", numbers.toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(r -> new LinkedCertification(
                        (String) r[0], (String) r[1], List.of((String[]) r[2]), List.of((String[]) r[3])))
                .toList();
    }

    /** Certifications that declare a correspondence with this one. */
    List<Certification> correspondingTo(String number) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from certification where corresponding @> array[cast(:number as text)] order by number",
                        Certification.class)
                .setParameter("number", number)
                .getResultList();
    }

    @FunctionalInterface
    private interface Preparation {
        PreparedStatement prepare(Connection connection) throws SQLException;
    }

    /** Takes one certification after the other. */
    @FunctionalInterface
    interface Receiver {
        void receive(StoredCertification certification) throws IOException;
    }

    @FunctionalInterface
    private interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What lineage needs of another certification. */
    record LinkedCertification(String number, String title, List<String> predecessors, List<String> successors) {}
}
