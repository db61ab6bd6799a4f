package fr.parchemin.referentiel.assessmentplan;

import fr.parchemin.referentiel.sheet.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans in force and their revisions. */
@ApplicationScoped
class AssessmentPlanRepository implements PanacheRepositoryBase<AssessmentPlan, String> {

    /** Keeps the plan, as it is now, among the revisions. */
    void keepRevision(AssessmentPlan plan) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into assessment_plan_revision (certification_number, revision, content, changed_by, changed_at)
                        select certification_number, revision, content, changed_by, changed_at
                        from assessment_plan where certification_number = :number
                        """)
                .setParameter("number", plan.certificationNumber())
                .executeUpdate();
    }

    /** Those of the certifications that have a plan. */
    Set<String> planned(Collection<String> numbers) {
        List<String> planned = getEntityManager()
                .createNativeQuery(
                        "select certification_number from assessment_plan"
                                + " where certification_number = any (cast(:numbers as text[]))",
                        String.class)
                .setParameter("numbers", numbers.toArray(String[]::new))
                .getResultList();
        return Set.copyOf(planned);
    }

    Optional<AssessmentPlanView> revision(String number, int revision) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        "select cast(content as text), changed_at from assessment_plan_revision"
                                + " where certification_number = :number and revision = :revision",
                        Object[].class)
                .setParameter("number", number)
                .setParameter("revision", revision)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> AssessmentPlanView.of(
                        number, revision, StoredJson.read((String) row[0], Plan.class), (Instant) row[1]));
    }
}
