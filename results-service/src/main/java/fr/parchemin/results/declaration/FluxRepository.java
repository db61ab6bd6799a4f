package fr.parchemin.results.declaration;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Files for the Caisse des Dépôts with their pieces, passages and receipts. */
@ApplicationScoped
class FluxRepository implements PanacheRepositoryBase<Flux, UUID> {

    private final DataSource dataSource;

    FluxRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The oldest file to be built that nobody else works on. */
    @Nullable
    Flux next() {
        List<?> found = getEntityManager().createNativeQuery("""
                        select * from declaration_flux where state = 'BUILDING'
                        order by stamped_at, id limit 1 for update skip locked
                        """, Flux.class).getResultList();
        return found.isEmpty() ? null : (Flux) found.getFirst();
    }

    /** A file that nobody else changes until the transaction ends. */
    Optional<Flux> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One page, the newest first. */
    List<Flux> page(PageRequest page, @Nullable String certification, Flux.@Nullable State state) {
        StringBuilder query = new StringBuilder("1 = 1");
        Parameters parameters = new Parameters();
        if (!page.first()) {
            query.append(" and id < :before");
            parameters.and("before", page.after(0, UUID::fromString));
        }
        if (certification != null) {
            query.append(" and certificationNumber = :certification");
            parameters.and("certification", certification);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .range(0, page.fetch() - 1)
                .list();
    }

    /** Adds a piece of the file, packed, and who is in it, from a position on. */
    void add(UUID fluxId, byte[] packed, UUID[] declarations, int from) {
        getEntityManager()
                .createNativeQuery("""
                        insert into declaration_flux_piece (flux_id, ordinal, content)
                        select :flux, coalesce(max(ordinal) + 1, 0), :content from declaration_flux_piece where flux_id = :flux
                        """)
                .setParameter("flux", fluxId)
                .setParameter("content", packed)
                .executeUpdate();
        if (declarations.length == 0) {
            return;
        }
        getEntityManager()
                .createNativeQuery("""
                        insert into declaration_passage (flux_id, declaration_id, position)
                        select :flux, id, :from + n from unnest(:ids) with ordinality as t (id, n)
                        """)
                .setParameter("flux", fluxId)
                .setParameter("from", from)
                .setParameter("ids", declarations)
                .executeUpdate();
    }

    /** Writes the file, byte by byte as it was built, holding one piece and no connection while somebody slow reads it. */
    void write(UUID fluxId, OutputStream out) throws IOException {
        int ordinal = 0;
        for (byte[] piece = piece(fluxId, ordinal); piece != null; piece = piece(fluxId, ordinal)) {
            FluxText.unpack(piece, out);
            ordinal++;
        }
    }

    private byte @Nullable [] piece(UUID fluxId, int ordinal) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select content from declaration_flux_piece where flux_id = ? and ordinal = ?")) {
            select.setObject(1, fluxId);
            select.setInt(2, ordinal);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("file " + fluxId + " cannot be read", e);
        }
    }

    /**
     * One place in a file.
     *
     * @param verdict OK or KO, null while none was given
     * @param message what the Caisse des Dépôts said of it
     */
    record Place(
            int position,
            UUID declarationId,
            String awardNumber,
            @Nullable String verdict,
            @Nullable String message) {}

    /** Who is in a file, in its order, after a position. */
    List<Place> places(UUID fluxId, int after, int many) {
        return getEntityManager()
                .createNativeQuery("""
                        select p.position, p.declaration_id, d.award_number, p.verdict, p.message
                        from declaration_passage p join declaration d on d.id = p.declaration_id
                        where p.flux_id = :flux and p.position > :after order by p.position
                        """, Place.class)
                .setParameter("flux", fluxId)
                .setParameter("after", after)
                .setMaxResults(many)
                .getResultList();
    }

    /**
     * What a receipt says of the passages of a file.
     *
     * @param foreign ids that are not in it
     * @param contrary ids that had the other verdict before
     * @param released ids that had none and do not await one any more
     */
    record Comparison(List<UUID> foreign, List<UUID> contrary, List<UUID> released) {}

    /** Compares verdicts with what is recorded. */
    @SuppressWarnings("unchecked")
    Comparison compare(UUID fluxId, List<Verdict> verdicts) {
        List<UUID> foreign = getEntityManager()
                .createNativeQuery("""
                        select told.id from unnest(:ids) as told (id)
                        where not exists (select 1 from declaration_passage p
                                          where p.flux_id = :flux and p.declaration_id = told.id)
                        order by 1 limit 10
                        """, UUID.class)
                .setParameter("flux", fluxId)
                .setParameter("ids", ids(verdicts))
                .getResultList();
        List<UUID> contrary = getEntityManager()
                .createNativeQuery("""
                        select told.id from unnest(:ids, :verdicts) as told (id, verdict)
                            join declaration_passage p on p.flux_id = :flux and p.declaration_id = told.id
                        where p.verdict <> told.verdict
                        order by 1 limit 10
                        """, UUID.class)
                .setParameter("flux", fluxId)
                .setParameter("ids", ids(verdicts))
                .setParameter(
                        "verdicts",
                        verdicts.stream().map(v -> v.ok() ? "OK" : "KO").toArray(String[]::new))
                .getResultList();
        List<UUID> released = getEntityManager()
                .createNativeQuery("""
                        select told.id from unnest(:ids) as told (id)
                            join declaration_passage p on p.flux_id = :flux and p.declaration_id = told.id
                            join declaration d on d.id = told.id
                        where p.verdict is null and d.flux_id is distinct from :flux
                        order by 1 limit 10
                        """, UUID.class)
                .setParameter("flux", fluxId)
                .setParameter("ids", ids(verdicts))
                .getResultList();
        return new Comparison(foreign, contrary, released);
    }

    /** Whether a receipt has told of anybody in a file. */
    boolean answered(UUID fluxId) {
        return (boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select 1 from declaration_passage where flux_id = :flux and verdict is not null)")
                .setParameter("flux", fluxId)
                .getSingleResult();
    }

    /** Records verdicts; returns how many passages of the file still await one. */
    long record(UUID fluxId, List<Verdict> verdicts) {
        getEntityManager()
                .createNativeQuery("""
                        update declaration_passage p set verdict = told.verdict, message = nullif(told.message, '')
                        from unnest(:ids, :verdicts, :messages) as told (id, verdict, message)
                        where p.flux_id = :flux and p.declaration_id = told.id and p.verdict is null
                        """)
                .setParameter("flux", fluxId)
                .setParameter("ids", ids(verdicts))
                .setParameter(
                        "verdicts",
                        verdicts.stream().map(v -> v.ok() ? "OK" : "KO").toArray(String[]::new))
                .setParameter(
                        "messages", verdicts.stream().map(Verdict::message).toArray(String[]::new))
                .executeUpdate();
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from declaration_passage where flux_id = :flux and verdict is null")
                        .setParameter("flux", fluxId)
                        .getSingleResult())
                .longValue();
    }

    private static UUID[] ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::declarationId).toArray(UUID[]::new);
    }

    /** Notes a receipt; returns whether it is new. */
    boolean receive(UUID fluxId, Receipt receipt, Instant now, String by) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into declaration_receipt
                                    (flux_id, sha256, file_name, treatment_id, accepted, rejected, received_at, received_by)
                                values (:flux, :sha, :name, :treatment, :accepted, :rejected, :now, :by)
                                on conflict do nothing
                                """)
                        .setParameter("flux", fluxId)
                        .setParameter("sha", receipt.sha256())
                        .setParameter("name", receipt.fileName())
                        .setParameter("treatment", receipt.treatmentId())
                        .setParameter("accepted", receipt.accepted())
                        .setParameter("rejected", receipt.rejected())
                        .setParameter("now", now)
                        .setParameter("by", by)
                        .executeUpdate()
                > 0;
    }

    /** The receipts of a file, the oldest first. */
    List<ReceiptView> receipts(UUID fluxId) {
        return getEntityManager()
                .createNativeQuery("""
                        select sha256, file_name, treatment_id, accepted, rejected, received_at, received_by
                        from declaration_receipt where flux_id = :flux order by received_at, sha256
                        """, ReceiptView.class)
                .setParameter("flux", fluxId)
                .getResultList();
    }
}
