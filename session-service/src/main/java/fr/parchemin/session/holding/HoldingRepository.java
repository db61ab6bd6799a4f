package fr.parchemin.session.holding;

import fr.parchemin.session.examsession.SessionType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What candidates hold and how their earlier sessions ended. */
@ApplicationScoped
class HoldingRepository implements PanacheRepositoryBase<HeldAward, String> {

    private static final int MANY = 500;

    List<HeldAward> inForce(UUID candidateId, String certificationNumber) {
        return find(
                        "candidateId = ?1 and certificationNumber = ?2 and withdrawnOn is null",
                        candidateId,
                        certificationNumber)
                .page(0, MANY)
                .list();
    }

    /** Codes of the blocks that count without an examination of them. */
    List<String> recognisedBlocks(UUID candidateId, String certificationNumber) {
        return getEntityManager()
                .createQuery(
                        "select r.key.blockCode from RecognisedBlock r where r.key.candidateId = :candidate"
                                + " and r.key.certificationNumber = :number and r.endedOn is null",
                        String.class)
                .setParameter("candidate", candidateId)
                .setParameter("number", certificationNumber)
                .setMaxResults(MANY)
                .getResultList();
    }

    /** Outcomes that are not void; those of a session that is annulled here are, whether or not that was told (R121). */
    List<String> outcomes(UUID candidateId, String certificationNumber) {
        return getEntityManager()
                .createQuery(
                        "select o.outcome from EarlierOutcome o where o.candidateId = :candidate"
                                + " and o.certificationNumber = :number and o.annulledOn is null"
                                + " and not exists (select 1 from Enrolment e, ExamSession s where e.id = o.enrolmentId"
                                + " and s.id = e.sessionId and cast(s.state as String) = 'ANNULLED')",
                        String.class)
                .setParameter("candidate", candidateId)
                .setParameter("number", certificationNumber)
                .setMaxResults(MANY)
                .getResultList();
    }

    /** Sessions of this service, not annulled, that ended with less than was sat for. */
    List<EarlierAttempt> attempts(UUID candidateId, String certificationNumber) {
        return getEntityManager()
                .createQuery(
                        "select o.outcome, o.notifiedAt, e.attendance, s.type, s.closedAt, s.endsOn, s.timeZone, s.blockCode"
                                + " from EarlierOutcome o, Enrolment e, ExamSession s"
                                + " where e.id = o.enrolmentId and s.id = e.sessionId"
                                + " and o.candidateId = :candidate and o.certificationNumber = :number and o.annulledOn is null"
                                + " and o.outcome in ('FAILURE', 'PARTIAL_SUCCESS', 'ABSENT') and cast(s.state as String) <> 'ANNULLED'",
                        Object[].class)
                .setParameter("candidate", candidateId)
                .setParameter("number", certificationNumber)
                .setMaxResults(MANY)
                .getResultStream()
                .map(HoldingRepository::attempt)
                .sorted(Comparator.comparing(EarlierAttempt::deliberatedOn))
                .toList();
    }

    private static EarlierAttempt attempt(Object[] row) {
        ZoneId zone = ZoneId.of((String) row[6]);
        Instant closedAt = (Instant) row[4];
        return new EarlierAttempt(
                (SessionType) row[3],
                (String) row[7],
                closedAt == null ? (LocalDate) row[5] : LocalDate.ofInstant(closedAt, zone),
                LocalDate.ofInstant((Instant) row[1], zone),
                "ABSENT_JUSTIFIED".equals(String.valueOf(row[2])));
    }

    @Nullable
    EarlierOutcome outcome(UUID enrolmentId) {
        return getEntityManager().find(EarlierOutcome.class, enrolmentId);
    }

    void add(EarlierOutcome outcome) {
        getEntityManager().persist(outcome);
    }

    @Nullable
    RecognisedBlock recognised(RecognisedBlock.Key key) {
        return getEntityManager().find(RecognisedBlock.class, key);
    }

    void add(RecognisedBlock block) {
        getEntityManager().persist(block);
    }
}
