package fr.parchemin.results.survey;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SurveyRepository implements PanacheRepositoryBase<Survey, UUID> {

    Optional<Survey> of(String certificationNumber, int year, Wave wave) {
        return find("certificationNumber = ?1 and year = ?2 and wave = ?3", certificationNumber, year, wave)
                .firstResultOptional();
    }

    /** One that cannot be frozen until the transaction ends; others may answer too. */
    Optional<Survey> shared(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /** One that nobody else changes or answers until the transaction ends. */
    Optional<Survey> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Of which cohort a survey is: certification and year, before anything is locked. */
    record Cohort(String certificationNumber, int year) {}

    Optional<Cohort> cohort(UUID id) {
        return getEntityManager()
                .createQuery("select s.certificationNumber, s.year from Survey s where s.id = :id", Cohort.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Those of some certifications. */
    List<Survey> of(Collection<String> certifications) {
        return list("certificationNumber in ?1", certifications);
    }

    /** One page, the newest first. */
    List<Survey> page(
            PageRequest page,
            @Nullable String certification,
            @Nullable Integer year,
            @Nullable Wave wave,
            Survey.@Nullable State state) {
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
        if (year != null) {
            query.append(" and year = :year");
            parameters.and("year", year);
        }
        if (wave != null) {
            query.append(" and wave = :wave");
            parameters.and("wave", wave);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.and("state", state);
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .range(0, page.fetch() - 1)
                .list();
    }
}
