package fr.parchemin.results.cohort;

import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.results.survey.ComputeRates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Years of titles, what was published of them, and what the register publishes. */
@ApplicationScoped
class CohortRepository implements PanacheRepositoryBase<CohortRevision, CohortRevision.Key> {

    /** Makes a year known. */
    void begin(String certificationNumber, int year) {
        getEntityManager()
                .createNativeQuery("""
                        insert into cohort (certification_number, year) values (:certification, :year) on conflict do nothing
                        """)
                .setParameter("certification", certificationNumber)
                .setParameter("year", year)
                .executeUpdate();
    }

    /** How a year is locked. */
    enum Lock {
        /** Beside others, and only while it runs and nobody has it alone: whoever cannot have that has nothing yet. */
        SHARED(" and state = 'RUNNING' for share skip locked"),
        /** Alone. */
        ALONE(" for update");

        private final String clause;

        Lock(String clause) {
            this.clause = clause;
        }
    }

    /** The state of a year, locked until the transaction ends; empty where no title was awarded in it, or none is to be had. */
    Optional<CohortView.State> state(String certificationNumber, int year, Lock lock) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select state from cohort where certification_number = :certification and year = :year"
                                + lock.clause)
                .setParameter("certification", certificationNumber)
                .setParameter("year", year)
                .getResultList();
        return found.stream().findFirst().map(s -> CohortView.State.valueOf((String) s));
    }

    void freeze(String certificationNumber, int year) {
        getEntityManager()
                .createNativeQuery("""
                        update cohort set state = 'FROZEN' where certification_number = :certification and year = :year
                        """)
                .setParameter("certification", certificationNumber)
                .setParameter("year", year)
                .executeUpdate();
    }

    /** Which figures; null means any. */
    record Filter(
            @Nullable String certificationNumber,
            @Nullable Integer year,
            CohortView.@Nullable Source source,
            CohortView.@Nullable State state) {}

    /** A row of the list before its figures; those of the register are in it. */
    record Row(
            String certificationNumber,
            int year,
            String source,
            String state,
            @Nullable Integer certified,
            @Nullable Integer certifiedByVae,
            @Nullable Integer employmentRate6Months,
            @Nullable Integer targetJobRate6Months,
            @Nullable Integer targetJobRate2Years) {

        ComputeRates.Key key() {
            return new ComputeRates.Key(certificationNumber, year);
        }
    }

    /** One page, by certification, year and source. */
    List<Row> page(PageRequest page, Filter filter) {
        StringBuilder sql = new StringBuilder("""
                select * from (
                    select certification_number, year, 'OWN' as source, state, cast(null as integer) as certified,
                           cast(null as integer) as certified_by_vae, cast(null as integer) as employment_rate_6_months,
                           cast(null as integer) as target_job_rate_6_months,
                           cast(null as integer) as target_job_rate_2_years
                    from cohort
                    union all
                    select certification_number, year, 'PUBLISHED_BY_SOURCE', 'FROZEN', certified, certified_by_vae,
                           employment_rate_6_months, target_job_rate_6_months, target_job_rate_2_years
                    from source_figure) f
                where true""");
        Map<String, Object> parameters = new HashMap<>();
        if (!page.first()) {
            sql.append(" and (certification_number, year, source) > (:afterCertification, :afterYear, :afterSource)");
            parameters.put("afterCertification", page.after().get(0));
            parameters.put("afterYear", page.after(1, Integer::parseInt));
            parameters.put("afterSource", page.after(2, source -> source));
        }
        if (filter.certificationNumber() != null) {
            sql.append(" and certification_number = :certification");
            parameters.put("certification", filter.certificationNumber());
        }
        if (filter.year() != null) {
            sql.append(" and year = :year");
            parameters.put("year", filter.year());
        }
        if (filter.source() != null) {
            sql.append(" and source = :source");
            parameters.put("source", filter.source().name());
        }
        if (filter.state() != null) {
            sql.append(" and state = :state");
            parameters.put("state", filter.state().name());
        }
        var query = getEntityManager()
                .createNativeQuery(
                        sql.append(" order by certification_number, year, source")
                                .toString(),
                        Row.class)
                .setMaxResults(page.fetch());
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Titles in force of one year. */
    record Count(int certified, int certifiedByVae) {}

    /** Titles in force of some years, read from the index alone. */
    Map<ComputeRates.Key, Count> counts(Collection<ComputeRates.Key> keys) {
        Map<ComputeRates.Key, Count> counts = new HashMap<>();
        if (keys.isEmpty()) {
            return counts;
        }
        List<ComputeRates.Key> ordered = new ArrayList<>(keys);
        for (Object found : getEntityManager()
                .createNativeQuery("""
                        select k.certification, k.year, n.certified, n.by_vae
                        from unnest(:certifications, :years) as k (certification, year),
                             lateral (select cast(count(*) as integer) as certified,
                                             cast(count(*) filter (where a.route = 'EXPERIENCE') as integer) as by_vae
                                      from award a
                                      where a.kind = 'TITLE' and a.withdrawn_on is null
                                        and a.certification_number = k.certification
                                        and a.awarded_on >= make_date(k.year, 1, 1)
                                        and a.awarded_on < make_date(k.year + 1, 1, 1)) n
                        """)
                .setParameter(
                        "certifications",
                        ordered.stream()
                                .map(ComputeRates.Key::certificationNumber)
                                .toArray(String[]::new))
                .setParameter(
                        "years", ordered.stream().map(ComputeRates.Key::year).toArray(Integer[]::new))
                .getResultList()) {
            Object[] row = (Object[]) found;
            counts.put(
                    new ComputeRates.Key((String) row[0], ((Number) row[1]).intValue()),
                    new Count(((Number) row[2]).intValue(), ((Number) row[3]).intValue()));
        }
        return counts;
    }

    /** The last revision of each of some years that were published. */
    Map<ComputeRates.Key, CohortRevision> latest(Collection<ComputeRates.Key> keys) {
        Map<ComputeRates.Key, CohortRevision> latest = new HashMap<>();
        if (keys.isEmpty()) {
            return latest;
        }
        List<ComputeRates.Key> ordered = new ArrayList<>(keys);
        List<CohortRevision> found = getEntityManager()
                .createNativeQuery("""
                        select r.*
                        from unnest(:certifications, :years) as k (certification, year),
                             lateral (select * from cohort_revision c
                                      where c.certification_number = k.certification and c.year = k.year
                                      order by c.revision desc limit 1) r
                        """, CohortRevision.class)
                .setParameter(
                        "certifications",
                        ordered.stream()
                                .map(ComputeRates.Key::certificationNumber)
                                .toArray(String[]::new))
                .setParameter(
                        "years", ordered.stream().map(ComputeRates.Key::year).toArray(Integer[]::new))
                .getResultList();
        found.forEach(r -> latest.put(
                new ComputeRates.Key(r.key().certificationNumber(), r.key().year()), r));
        return latest;
    }

    /** What was published of a year, and every revision since. */
    List<CohortRevision> revisions(String certificationNumber, int year) {
        return list("key.certificationNumber = ?1 and key.year = ?2 order by key.revision", certificationNumber, year);
    }

    /** Puts what the register publishes of certifications in the place of what it did before; of a year told twice, the first counts. */
    void replaceSource(Map<String, List<SourceFigure>> figures) {
        getEntityManager()
                .createNativeQuery("delete from source_figure where certification_number = any(:certifications)")
                .setParameter("certifications", figures.keySet().toArray(String[]::new))
                .executeUpdate();
        List<SourceFigure> all = figures.values().stream().flatMap(List::stream).toList();
        getEntityManager()
                .createNativeQuery("""
                        insert into source_figure (certification_number, year, certified, certified_by_vae,
                            employment_rate_6_months, target_job_rate_6_months, target_job_rate_2_years)
                        select * from unnest(:certifications, :years, :certified, :byVae, :employment, :job, :jobLater)
                        on conflict do nothing
                        """)
                .setParameter(
                        "certifications",
                        figures.entrySet().stream()
                                .flatMap(e -> Collections.nCopies(e.getValue().size(), e.getKey()).stream())
                                .toArray(String[]::new))
                .setParameter("years", column(all, SourceFigure::year))
                .setParameter("certified", column(all, SourceFigure::certified))
                .setParameter("byVae", column(all, SourceFigure::certifiedByVae))
                .setParameter("employment", column(all, SourceFigure::employmentRate6Months))
                .setParameter("job", column(all, SourceFigure::targetJobRate6Months))
                .setParameter("jobLater", column(all, SourceFigure::targetJobRate2Years))
                .executeUpdate();
    }

    private static Integer[] column(List<SourceFigure> figures, Function<SourceFigure, @Nullable Integer> of) {
        return figures.stream().map(of).toArray(Integer[]::new);
    }
}
