package fr.parchemin.referentiel.imports;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports. */
@ApplicationScoped
class ImportJobRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    /** One row more than the page has, latest first. */
    List<ImportJob> list(PageRequest page) {
        if (page.first()) {
            return find("order by submittedAt desc, id desc")
                    .range(0, page.limit())
                    .list();
        }
        Instant submittedAt = page.after(0, Instant::parse);
        return find(
                        "submittedAt < ?1 or (submittedAt = ?1 and id < ?2) order by submittedAt desc, id desc",
                        submittedAt,
                        page.after(1, UUID::fromString))
                .range(0, page.limit())
                .list();
    }

    /** The one that waits or runs. */
    Optional<ImportJob> open() {
        return find("endedAt is null").firstResultOptional();
    }

    /** Those that have ended. */
    List<UUID> ended(Collection<UUID> among) {
        return getEntityManager()
                .createQuery("select j.id from ImportJob j where j.id in :ids and j.endedAt is not null", UUID.class)
                .setParameter("ids", among)
                .getResultList();
    }

    /** Day of the newest export of a register that was taken. */
    Optional<LocalDate> newest(String register) {
        return Optional.ofNullable((LocalDate) getEntityManager()
                .createNativeQuery(
                        "select max(export_date) from import_job"
                                + " where state = 'DONE' and not dry_run and registers @> array[cast(:register as text)]",
                        LocalDate.class)
                .setParameter("register", register)
                .getSingleResult());
    }
}
