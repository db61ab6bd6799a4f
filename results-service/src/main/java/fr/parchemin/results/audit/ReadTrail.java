package fr.parchemin.results.audit;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.transaction.OneMoment;
import fr.parchemin.results.record.ChainRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Shows the trail, and proves it or names the first link that does not hold. */
@ApplicationScoped
class ReadTrail {

    private static final int MANY = 5_000;

    private final DataSource dataSource;
    private final SealTrail seal;
    private final ChainRecords records;
    private final OneMoment moment;

    ReadTrail(DataSource dataSource, SealTrail seal, ChainRecords records, OneMoment moment) {
        this.dataSource = dataSource;
        this.seal = seal;
        this.records = records;
        this.moment = moment;
    }

    /** What a caller may narrow the list by; null means any. */
    record Filter(
            @Nullable AuditChain chain,
            @Nullable String actor,
            @Nullable String subjectId,
            @Nullable String action,
            @Nullable Instant since) {}

    /** One page, oldest first. */
    @Transactional
    Page<AuditEntryView> page(Filter filter, PageRequest page) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select " + AuditEntry.COLUMNS + " from audit_entry where id > ?");
        values.add(page.first() ? 0L : page.after(0, Long::parseLong));
        narrow(
                sql,
                values,
                "chain = ?",
                filter.chain() == null ? null : filter.chain().name());
        narrow(sql, values, "actor = ?", filter.actor());
        narrow(sql, values, "subject_id = ?", filter.subjectId());
        narrow(sql, values, "action = ?", filter.action());
        narrow(sql, values, "at >= ?", filter.since() == null ? null : Timestamp.from(filter.since()));
        sql.append(" order by id limit ").append(page.fetch());
        return Page.of(
                select(sql.toString(), values.toArray()),
                page,
                e -> List.of(String.valueOf(e.id())),
                AuditEntryView::of);
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    /**
     * Computes every hash again. What waits is sealed first. All is read as it stood at one moment: a chain that grows, or
     * whose old reads are forgotten meanwhile, is not a broken one.
     */
    @Transactional
    AuditProofView prove() {
        seal.seal();
        moment.begin();
        List<AuditProofView.ChainView> trails =
                Stream.of(AuditChain.values()).map(this::prove).toList();
        var signed = records.verify();
        return new AuditProofView(
                signed.intact() && trails.stream().allMatch(AuditProofView.ChainView::intact), trails, signed);
    }

    private AuditProofView.ChainView prove(AuditChain chain) {
        Link origin = link("select position, hash from audit_origin where chain = ?", chain);
        long position = origin.position();
        String previous = origin.hash();
        long looked = 0;
        while (true) {
            List<AuditEntry> entries = select(
                    "select " + AuditEntry.COLUMNS
                            + " from audit_entry where chain = ? and position > ? order by position limit " + MANY,
                    chain.name(),
                    position);
            for (AuditEntry entry : entries) {
                String fault = fault(entry, position + 1, previous);
                if (fault != null) {
                    return broken(chain, looked, previous, position + 1, entry.id(), fault);
                }
                position++;
                looked++;
                previous = Objects.requireNonNull(entry.hash());
            }
            if (entries.size() < MANY) {
                break;
            }
        }
        Link head = link("select position, hash from chain_head where name = ?", chain);
        if (head.position() > position
                || (head.position() == position && !head.hash().equals(previous))) {
            return broken(
                    chain,
                    looked,
                    previous,
                    position + 1,
                    null,
                    "The chain once went on to entry " + head.position() + ".");
        }
        return new AuditProofView.ChainView(chain, true, looked, waiting(chain), previous, null);
    }

    private AuditProofView.ChainView broken(
            AuditChain chain, long looked, String lastGood, long position, @Nullable Long entry, String fault) {
        return new AuditProofView.ChainView(
                chain, false, looked, waiting(chain), lastGood, new AuditProofView.Break(position, entry, fault));
    }

    private static @Nullable String fault(AuditEntry entry, long position, String previous) {
        if (!Objects.equals(entry.position(), position)) {
            return "Entry " + position + " is missing.";
        }
        if (!previous.equals(entry.previousHash())) {
            return "It does not follow the entry before.";
        }
        return entry.hashAt(position, previous).equals(entry.hash()) ? null : "The entry is not what was written.";
    }

    private long waiting(AuditChain chain) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from audit_entry where chain = ? and position is null")) {
            statement.setString(1, chain.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }

    private record Link(long position, String hash) {}

    private Link link(String sql, AuditChain chain) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, chain.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Link(row.getLong(1), row.getString(2)) : new Link(0, AuditEntry.ORIGIN);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }

    private List<AuditEntry> select(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(AuditEntry.of(rows));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }
}
