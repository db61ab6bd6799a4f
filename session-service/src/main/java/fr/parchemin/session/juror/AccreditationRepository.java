package fr.parchemin.session.juror;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accreditations of jurors. */
@ApplicationScoped
class AccreditationRepository implements PanacheRepositoryBase<JurorAccreditation, UUID> {

    /** One row more than the page shows, oldest first. */
    List<JurorAccreditation> page(UUID jurorId, PageRequest page) {
        Parameters values = Parameters.with("jurorId", jurorId);
        if (page.first()) {
            return find("jurorId = :jurorId order by id", values)
                    .page(0, page.fetch())
                    .list();
        }
        return find(
                        "jurorId = :jurorId and id > :after order by id",
                        values.and("after", page.after(0, UUID::fromString)))
                .page(0, page.fetch())
                .list();
    }

    /**
     * One row more than the page shows, those that end first on top.
     *
     * @param endsBefore null for any; otherwise the last day lies from {@code endsFrom} on and before it
     */
    List<JurorAccreditation> ending(
            PageRequest page,
            @Nullable String certificationNumber,
            LocalDate endsFrom,
            @Nullable LocalDate endsBefore) {
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        if (certificationNumber != null) {
            where.append(" and certificationNumber = :certification");
            values.and("certification", certificationNumber);
        }
        if (endsBefore != null) {
            where.append(" and validTo >= :endsFrom and validTo < :endsBefore");
            values.and("endsFrom", endsFrom).and("endsBefore", endsBefore);
        }
        if (!page.first()) {
            where.append(" and (validTo > :afterDay or validTo = :afterDay and id > :afterId)");
            values.and("afterDay", page.after(0, LocalDate::parse)).and("afterId", page.after(1, UUID::fromString));
        }
        return find(where + " order by validTo, id", values)
                .page(0, page.fetch())
                .list();
    }

    /** Accreditations of one juror for one certification. */
    List<JurorAccreditation> of(UUID jurorId, String certificationNumber) {
        return list("jurorId = ?1 and certificationNumber = ?2 order by validFrom", jurorId, certificationNumber);
    }
}
