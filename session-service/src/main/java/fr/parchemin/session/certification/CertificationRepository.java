package fr.parchemin.session.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.session.certification.FollowCertification.Told;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Our copies of certifications and every version of their plans. */
@ApplicationScoped
class CertificationRepository implements PanacheRepositoryBase<CertificationCopy, String> {

    private final ObjectMapper json;

    CertificationRepository(ObjectMapper json) {
        this.json = json;
    }

    Optional<Certification> certification(String number) {
        return findByIdOptional(number).map(c -> read(c.snapshot(), Certification.class));
    }

    Optional<AssessmentPlan> plan(String number, int version) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select plan from assessment_plan where certification_number = :number and plan_version = :version",
                        String.class)
                .setParameter("number", number)
                .setParameter("version", version)
                .getResultList();
        return rows.stream().findFirst().map(text -> read((String) text, AssessmentPlan.class));
    }

    /**
     * Keeps the snapshots that are newer than ours; a version of a plan, once seen, never changes.
     *
     * @return how many were newer
     */
    int keep(List<Told> snapshots, Instant now) {
        Map<String, Told> latest = snapshots.stream()
                .collect(Collectors.toMap(
                        told -> told.certification().number(),
                        told -> told,
                        BinaryOperator.maxBy(Comparator.comparingLong(Told::sequence))));
        int newer = getEntityManager()
                .createNativeQuery("""
                        insert into certification (number, sequence, snapshot, updated_at)
                        select number, sequence, snapshot, :now
                        from unnest(:numbers, :sequences, :snapshots) as told (number, sequence, snapshot)
                        on conflict (number) do update
                        set sequence = excluded.sequence, snapshot = excluded.snapshot, updated_at = excluded.updated_at
                        where certification.sequence < excluded.sequence
                        """)
                .setParameter("now", now)
                .setParameter("numbers", latest.keySet().toArray(String[]::new))
                .setParameter(
                        "sequences",
                        latest.values().stream().map(Told::sequence).toArray(Long[]::new))
                .setParameter(
                        "snapshots",
                        latest.values().stream()
                                .map(told -> write(told.certification()))
                                .toArray(String[]::new))
                .executeUpdate();
        for (Told told : snapshots) {
            AssessmentPlan plan = told.certification().plan();
            if (plan != null) {
                keep(told.certification().number(), plan);
            }
        }
        return newer;
    }

    private void keep(String number, AssessmentPlan plan) {
        getEntityManager()
                .createNativeQuery("""
                        insert into assessment_plan (certification_number, plan_version, plan)
                        values (:number, :version, :plan) on conflict do nothing
                        """)
                .setParameter("number", number)
                .setParameter("version", plan.version())
                .setParameter("plan", write(plan))
                .executeUpdate();
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored copy cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
