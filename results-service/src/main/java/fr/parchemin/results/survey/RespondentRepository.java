package fr.parchemin.results.survey;

import fr.parchemin.kit.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asked. Only titles that were notified and are in force count: whoever lost theirs is nobody's respondent. */
@ApplicationScoped
class RespondentRepository implements PanacheRepositoryBase<Respondent, UUID> {

    private static final String HOLDER =
            " exists (select 1 from Award a where a.number = r.awardNumber and a.visible = true and a.withdrawnOn is null)";
    private static final String HOLDERS = """
            from survey_respondent r join award a on a.number = r.award_number and a.visible and a.withdrawn_on is null
            """;
    /** The nth reminder is due on whoever has had n - 1, with their day and the one before as long ago as {@link SurveyTerms} say. */
    private static final String REMINDER_DUE =
            "(r.situation is null and r.due_on <= (cast(:reminderDays as date[]))[r.reminders + 1]"
                    + " and (r.reminded_on is null or r.reminded_on <= (cast(:remindedDays as date[]))[r.reminders + 1]))";

    /** Asks whoever holds a title of a year, from now on; returns how many. */
    int askHolders(Survey survey) {
        return getEntityManager()
                .createNativeQuery("""
                        insert into survey_respondent (id, survey_id, candidate_id, award_number, due_on)
                        select uuidv7(), :survey, a.candidate_id, a.number,
                               cast(a.awarded_on + cast(:after as interval) as date)
                        from award a
                        where a.kind = 'TITLE' and a.withdrawn_on is null and a.certification_number = :certification
                          and a.awarded_on >= make_date(:year, 1, 1) and a.awarded_on < make_date(:year + 1, 1, 1)
                        """)
                .setParameter("survey", survey.id())
                .setParameter("after", survey.wave().name())
                .setParameter("certification", survey.certificationNumber())
                .setParameter("year", survey.year())
                .executeUpdate();
    }

    /** Asks those who were awarded late as well; a title issued anew in place of another keeps its answer. */
    void askToo(String certificationNumber, int year, Collection<String> awardNumbers) {
        getEntityManager()
                .createNativeQuery("""
                        insert into survey_respondent (id, survey_id, candidate_id, award_number, due_on)
                        select uuidv7(), s.id, a.candidate_id, a.number,
                               cast(a.awarded_on + cast(s.wave as interval) as date)
                        from survey s, award a
                        where s.certification_number = :certification and s.year = :year and s.state = 'RUNNING'
                          and a.number = any(:awards)
                        on conflict (survey_id, candidate_id)
                            do update set award_number = excluded.award_number, due_on = excluded.due_on,
                                          version = survey_respondent.version + 1
                        """)
                .setParameter("certification", certificationNumber)
                .setParameter("year", year)
                .setParameter("awards", awardNumbers.toArray(String[]::new))
                .executeUpdate();
    }

    Optional<Respondent> one(UUID surveyId, UUID id) {
        return find("from Respondent r where r.id = ?1 and r.surveyId = ?2 and" + HOLDER, id, surveyId)
                .firstResultOptional();
    }

    /** Those of some ids who are asked, held until the transaction ends, always in the same order. */
    List<Respondent> held(UUID surveyId, Collection<UUID> ids) {
        return find(
                        "from Respondent r where r.id in ?1 and r.surveyId = ?2 and" + HOLDER + " order by r.id",
                        ids,
                        surveyId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * Which of them.
     *
     * @param answered whether they did; null for both
     * @param dueBy those due on that day or before; null for all
     * @param reminderDue whether they are to be reminded today; null for both
     * @param enteredBySiret those whom this organisation entered; null for all
     */
    record Filter(
            @Nullable Boolean answered,
            @Nullable LocalDate dueBy,
            @Nullable Boolean reminderDue,
            @Nullable String enteredBySiret) {}

    /** One of the list. */
    record Row(
            UUID id,
            UUID candidateId,
            LocalDate dueOn,
            boolean answered,
            int reminders,
            boolean reminderDue,
            @Nullable String enteredBySiret,
            @Nullable String centreSiret) {}

    /** One page, who is due first before the others. */
    List<Row> page(PageRequest page, UUID surveyId, Filter filter, SurveyTerms.ReminderDays reminderDays) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sql = new StringBuilder("""
                select r.id, r.candidate_id, r.due_on, r.situation is not null, r.reminders,
                """)
                .append("coalesce(" + REMINDER_DUE + ", false), a.entered_by_siret, a.centre_siret ")
                .append(HOLDERS)
                .append("where r.survey_id = :survey");
        parameters.put("survey", surveyId);
        parameters.put("reminderDays", texts(reminderDays.due()));
        parameters.put("remindedDays", texts(reminderDays.reminded()));
        if (!page.first()) {
            sql.append(" and (r.due_on, r.id) > (:day, :after)");
            parameters.put("day", page.after(0, LocalDate::parse));
            parameters.put("after", page.after(1, UUID::fromString));
        }
        if (filter.answered() != null) {
            sql.append(" and (r.situation is not null) = :answered");
            parameters.put("answered", filter.answered());
        }
        if (filter.dueBy() != null) {
            sql.append(" and r.due_on <= :dueBy");
            parameters.put("dueBy", filter.dueBy());
        }
        if (filter.reminderDue() != null) {
            sql.append(" and coalesce(" + REMINDER_DUE + ", false) = :reminderDue");
            parameters.put("reminderDue", filter.reminderDue());
        }
        if (filter.enteredBySiret() != null) {
            sql.append(" and a.entered_by_siret = :enteredBy");
            parameters.put("enteredBy", filter.enteredBySiret());
        }
        var query = getEntityManager()
                .createNativeQuery(sql.append(" order by r.due_on, r.id").toString(), Row.class)
                .setMaxResults(page.fetch());
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** How far a survey is. */
    record Progress(long holders, long answered, long due, long remindersDue) {}

    Progress progress(UUID surveyId, LocalDate today, SurveyTerms.ReminderDays reminderDays) {
        return (Progress) getEntityManager()
                .createNativeQuery(
                        "select count(*), count(r.situation), count(*) filter (where r.situation is null and r.due_on <= :today),"
                                + " count(*) filter (where " + REMINDER_DUE + ") " + HOLDERS
                                + "where r.survey_id = :survey",
                        Progress.class)
                .setParameter("survey", surveyId)
                .setParameter("today", today)
                .setParameter("reminderDays", texts(reminderDays.due()))
                .setParameter("remindedDays", texts(reminderDays.reminded()))
                .getSingleResult();
    }

    /** Counts that those of these ids were reminded today for whom it is due; returns how many. */
    int remind(UUID surveyId, Collection<UUID> ids, LocalDate today, SurveyTerms.ReminderDays reminderDays) {
        return getEntityManager()
                .createNativeQuery(
                        "update survey_respondent r set reminders = r.reminders + 1, reminded_on = :today, version = r.version + 1"
                                + " where r.survey_id = :survey and r.id = any(:ids) and " + REMINDER_DUE)
                .setParameter("survey", surveyId)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("today", today)
                .setParameter("reminderDays", texts(reminderDays.due()))
                .setParameter("remindedDays", texts(reminderDays.reminded()))
                .executeUpdate();
    }

    /**
     * What a survey has so far.
     *
     * @param holders asked, whether they answered or not
     */
    record Count(long holders, Map<Situation, Long> answers) {}

    /** How many are in which situation, survey by survey. */
    Map<UUID, Count> counts(Collection<UUID> surveyIds) {
        Query query = getEntityManager()
                .createNativeQuery("select r.survey_id, r.situation, count(*) " + HOLDERS
                        + "where r.survey_id = any(:surveys) group by r.survey_id, r.situation")
                .setParameter("surveys", surveyIds.toArray(UUID[]::new));
        Map<UUID, Count> counts = new HashMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            long some = ((Number) row[2]).longValue();
            counts.merge((UUID) row[0], one((String) row[1], some), RespondentRepository::both);
        }
        return counts;
    }

    private static Count one(@Nullable String situation, long some) {
        return new Count(some, situation == null ? Map.of() : Map.of(Situation.valueOf(situation), some));
    }

    private static Count both(Count a, Count b) {
        Map<Situation, Long> answers = new EnumMap<>(Situation.class);
        answers.putAll(a.answers());
        answers.putAll(b.answers());
        return new Count(a.holders() + b.holders(), answers);
    }

    /** Erases who was asked and what they said; returns how many answers there were. */
    long erase(UUID surveyId) {
        long answers = count("surveyId = ?1 and situation is not null", surveyId);
        delete("surveyId", surveyId);
        return answers;
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }
}
