package fr.parchemin.results.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes a chain of what was noted: each entry gets its place and a hash over itself and the link before. One process at a
 * time, whoever holds the head of the chain; entries are taken as they are committed, so none is ever put in between.
 */
@ApplicationScoped
class SealTrail {

    private static final int MANY = 2_000;
    private static final String HEAD = "select position, hash from chain_head where name = ? for update skip locked";
    private static final String WAITING = "select " + AuditEntry.COLUMNS
            + " from audit_entry where chain = ? and position is null order by id limit " + MANY;
    private static final String SEAL = """
            update audit_entry e set position = s.position, previous_hash = s.previous, hash = s.hash
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) as s (id, position, previous, hash)
            where e.id = s.id
            """;
    private static final String MOVE = "update chain_head set position = ?, hash = ? where name = ?";

    private final DataSource dataSource;

    SealTrail(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Scheduled(every = "{parchemin.audit.seal-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sealSome() {
        seal();
    }

    /** Seals what is waiting, a few thousand entries at most, and commits it; returns how many. */
    @Transactional(TxType.REQUIRES_NEW)
    int seal() {
        int sealed = 0;
        for (AuditChain chain : AuditChain.values()) {
            try (Connection connection = dataSource.getConnection()) {
                sealed += seal(connection, chain);
            } catch (SQLException e) {
                throw new IllegalStateException("the trail cannot be sealed", e);
            }
        }
        return sealed;
    }

    private static int seal(Connection connection, AuditChain chain) throws SQLException {
        long position;
        String previous;
        try (PreparedStatement head = connection.prepareStatement(HEAD)) {
            head.setString(1, chain.name());
            try (ResultSet row = head.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                position = row.getLong(1);
                previous = row.getString(2);
            }
        }
        List<Long> ids = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        try (PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            waiting.setString(1, chain.name());
            try (ResultSet rows = waiting.executeQuery()) {
                while (rows.next()) {
                    AuditEntry entry = AuditEntry.of(rows);
                    position++;
                    ids.add(entry.id());
                    positions.add(position);
                    before.add(previous);
                    previous = entry.hashAt(position, previous);
                    hashes.add(previous);
                }
            }
        }
        if (ids.isEmpty()) {
            return 0;
        }
        try (PreparedStatement seal = connection.prepareStatement(SEAL);
                PreparedStatement move = connection.prepareStatement(MOVE)) {
            seal.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            seal.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
            seal.setArray(3, connection.createArrayOf("text", before.toArray()));
            seal.setArray(4, connection.createArrayOf("text", hashes.toArray()));
            seal.executeUpdate();
            move.setLong(1, position);
            move.setString(2, previous);
            move.setString(3, chain.name());
            move.executeUpdate();
        }
        return ids.size();
    }
}
