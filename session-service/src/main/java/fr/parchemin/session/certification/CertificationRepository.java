package fr.parchemin.session.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** Keeps the snapshot when it is newer than ours; a version of a plan, once seen, never changes. */
    boolean keep(Certification certification, long sequence, Instant now) {
        CertificationCopy copy = findById(certification.number());
        boolean newer = true;
        if (copy == null) {
            persist(new CertificationCopy(certification.number(), sequence, write(certification), now));
        } else {
            newer = copy.follow(sequence, write(certification), now);
        }
        AssessmentPlan plan = certification.plan();
        if (newer && plan != null) {
            flush();
            getEntityManager()
                    .createNativeQuery("""
                            insert into assessment_plan (certification_number, plan_version, plan)
                            values (:number, :version, :plan) on conflict do nothing
                            """)
                    .setParameter("number", certification.number())
                    .setParameter("version", plan.version())
                    .setParameter("plan", write(plan))
                    .executeUpdate();
        }
        return newer;
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
