package fr.parchemin.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What must be true of a session whatever was called, read from the tables. It is written from the regulation and knows
 * nothing of the classes that keep it.
 */
final class SessionInvariants {

    private static final String ACTIVE = "e.session_id = s.id and e.state <> 'WITHDRAWN'";
    private static final String TO_BE_HELD = "s.state in ('CONVOKED', 'IN_PROGRESS')";

    /** By name: rows that break it, of the session {@code s}. */
    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

    /** What a summons, or a jury that changes after it, must leave behind; a recusal later may undo it. */
    private static final String TWO_JURORS_EACH = """
            select e.id::text from exam_session s join enrolment e on %s where s.id = ? and s.state = 'CONVOKED'
              and (select count(*) from jury_member m where m.session_id = s.id and not exists (
                select 1 from recusal r where r.enrolment_id = e.id and r.juror_id = m.juror_id and r.excludes)) < 2
            """.formatted(ACTIVE);

    static {
        broken(
                "R17 the route is open",
                ACTIVE + " and e.route not in ('APPRENTICESHIP', 'CONTINUING', 'PROFESSIONALISATION', 'EXPERIENCE')");
        broken(
                "R18, R19 a training is recorded",
                ACTIVE + " and e.route <> 'EXPERIENCE' and not coalesce(e.training_provider_siret is not null"
                        + " and e.training_started_on <= e.training_ended_on, false)");
        broken(
                "R5 no entry after the end of the title",
                ACTIVE + " and coalesce(e.vae_admissible_since, e.training_started_on) > date '2028-07-02'");
        broken(
                "R22 admissible for a year",
                ACTIVE + " and e.route = 'EXPERIENCE' and " + TO_BE_HELD + " and not coalesce(s.starts_on between"
                        + " e.vae_admissible_since and (e.vae_admissible_since + interval '1 year')::date, false)");
        broken(
                "R25 nobody who is banned",
                ACTIVE + " and " + TO_BE_HELD + " and exists (select 1 from exam_ban b where b.candidate_id ="
                        + " e.candidate_id and b.lifted_on is null and b.notified_on <= s.ends_on and b.last_day >= s.starts_on)");
        broken(
                "R28 once in a session",
                ACTIVE + " and exists (select 1 from enrolment o where o.session_id = s.id and o.id <> e.id"
                        + " and o.state <> 'WITHDRAWN' and o.candidate_id = e.candidate_id)");
        broken(
                "R39 a convention with who trained",
                ACTIVE + " and " + TO_BE_HELD
                        + " and e.training_provider_siret <> s.centre_siret and not exists (select 1"
                        + " from training_agreement a where a.centre_id = s.centre_id and a.training_provider_siret ="
                        + " e.training_provider_siret and s.certification_number = any (a.certification_numbers)"
                        + " and s.starts_on between a.valid_from and a.valid_to)");
        broken(
                "the enrolment is where its session is",
                "e.session_id = s.id and not case s.state when 'DRAFT' then false"
                        + " when 'DECLARED' then e.state in ('REGISTERED', 'WITHDRAWN')"
                        + " when 'DTE_SENT' then e.state in ('REGISTERED', 'WITHDRAWN')"
                        + " when 'POSTPONED' then e.state in ('REGISTERED', 'WITHDRAWN')"
                        + " when 'CONVOKED' then e.state in ('CONVOKED', 'WITHDRAWN')"
                        + " when 'CANCELLED' then e.state = 'WITHDRAWN'"
                        + " else e.state in ('CONVOKED', 'PRESENT', 'ABSENT', 'EXCLUDED', 'WITHDRAWN') end");
        broken(
                "R122 who is present has a frozen identity",
                ACTIVE
                        + " and e.state = 'PRESENT' and not exists (select 1 from candidate c where c.id = e.candidate_id"
                        + " and c.frozen_at is not null and e.identity_version <= c.identity_version)");
        broken("a closed session knows who came", ACTIVE + " and s.closed_at is not null and e.attendance is null");
        broken(
                "R52 one employer, one recusal",
                ACTIVE + " and s.state = 'CONVOKED' and exists (select 1 from candidate c, jury_member m, juror j where"
                        + " c.id = e.candidate_id and m.session_id = s.id and j.id = m.juror_id and j.employer_siret in"
                        + " (c.employer_siret, e.training_provider_siret) and not exists (select 1 from recusal r where"
                        + " r.enrolment_id = e.id and r.juror_id = j.id))");
        sessions(
                "R32 approved on every day",
                "s.state in ('DECLARED', 'DTE_SENT', 'CONVOKED', 'IN_PROGRESS') and exists (select 1 from"
                        + " generate_series(s.starts_on, s.ends_on, interval '1 day') d where not exists (select 1 from"
                        + " centre_approval a where a.centre_id = s.centre_id and a.site_id = s.site_id and"
                        + " a.certification_number = s.certification_number and d::date between a.valid_from and a.valid_to))");
        sessions(
                "R15, R64 kit, number and plan",
                "s.state in ('DTE_SENT', 'CONVOKED', 'IN_PROGRESS') and (s.kit_reference is null or s.ceres_number is null"
                        + " or s.plan_version is null)");
        sessions(
                "R66, R67 in time or with a reason",
                TO_BE_HELD + " and case when s.late then s.late_reason is null or s.late_decided_by is null else"
                        + " (s.summoned_at at time zone s.time_zone)::date > s.starts_on - case s.type when 'TITLE' then"
                        + " interval '1 month' else interval '15 days' end end");
        sessions(
                "R49 two jurors at least",
                TO_BE_HELD + " and (select count(*) from jury_member m where m.session_id = s.id) < 2");
        sessions(
                "R44, R48 each accredited on every day",
                TO_BE_HELD
                        + " and exists (select 1 from jury_member m, generate_series(s.starts_on, s.ends_on, interval"
                        + " '1 day') d where m.session_id = s.id and not exists (select 1 from juror_accreditation a where"
                        + " a.juror_id = m.juror_id and a.certification_number = s.certification_number and d::date between"
                        + " a.valid_from and a.valid_to))");
        sessions(
                "somebody is summoned",
                "s.state = 'CONVOKED' and not exists (select 1 from enrolment e where e.session_id = s.id)");
        sessions(
                "R69 seals, R49 presence, first day",
                "s.state = 'IN_PROGRESS' and (s.seals_checked_by is null or s.seals_witness is null or s.opened_at is null"
                        + " or (s.opened_at at time zone s.time_zone)::date < s.starts_on or (select count(*) from"
                        + " jury_member m where m.session_id = s.id and m.present) < 2)");
        sessions(
                "R120 annulled by a decision",
                "s.state = 'ANNULLED' and (s.annulment_reference is null or s.annulment_decided_on is null"
                        + " or s.opened_at is null)");
        sessions(
                "the timeline ends where the session is",
                "s.state <> 'DRAFT' and s.state is distinct from (select a.state from session_act a where a.session_id ="
                        + " s.id order by a.position desc limit 1)");
        sessions(
                "R80 what the plan says is drawn, one of each type",
                "exists (select 1 from situation_draw d where d.session_id = s.id and (select array_agg(p.type order by"
                        + " p.type) from situation_draw_pool p where p.draw_id = d.id and p.drawn_as is not null) is"
                        + " distinct from case when s.type = 'TITLE' then array['ACTIVE_PRESENCE', 'REGULATION'] else"
                        + " array['ACTIVE_PRESENCE'] end)");
        sessions(
                "R82 drawn again only with a reason",
                "exists (select 1 from situation_draw d where d.session_id = s.id and d.rank > 1 and (d.redraw_reason is"
                        + " null or d.redraw_reason = '-'))");
        sessions(
                "R81 drawn by who is there, after it was bound",
                "exists (select 1 from situation_draw d join enrolment e on e.id = d.enrolment_id where d.session_id = s.id"
                        + " and (s.opened_at is null or d.drawn_at < s.opened_at or e.attendance is null or"
                        + " d.committed_at > d.drawn_at))");
    }

    private SessionInvariants() {}

    private static void broken(String name, String where) {
        ALWAYS.put(name, "select e.id::text from exam_session s, enrolment e where s.id = ? and " + where);
    }

    private static void sessions(String name, String where) {
        ALWAYS.put(name, "select s.state from exam_session s where s.id = ? and " + where);
    }

    /** What is broken, with the rows; empty when all is well. */
    static List<String> faults(Connection connection, UUID session, boolean juryJustSettled) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> invariant : ALWAYS.entrySet()) {
            List<String> rows = rows(connection, invariant.getValue(), session);
            if (!rows.isEmpty()) {
                faults.add(invariant.getKey() + ": " + rows);
            }
        }
        List<String> alone = juryJustSettled ? rows(connection, TWO_JURORS_EACH, session) : List.of();
        if (!alone.isEmpty()) {
            faults.add("R56 two jurors left for each: " + alone);
        }
        return faults;
    }

    /** Every row of the session, to see whether anything changed; without the counters of versions if so wished. */
    static List<String> dump(Connection connection, UUID session, boolean versions) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "enrolment",
                "jury_member",
                "kit_situation",
                "recusal",
                "situation_draw",
                "presented_document",
                "event_attendance",
                "session_warning")) {
            rows.addAll(rows(connection, dumpOf(table, "session_id", versions), session));
        }
        rows.addAll(rows(connection, dumpOf("exam_session", "id", versions), session));
        if (versions) {
            rows.addAll(rows(connection, dumpOf("session_act", "session_id", true), session));
        }
        return rows;
    }

    private static String dumpOf(String table, String key, boolean versions) {
        String row = versions ? "to_jsonb(t)" : "to_jsonb(t) - 'version'";
        return "select '%s ' || (%s)::text from %s t where t.%s = ? order by 1".formatted(table, row, table, key);
    }

    private static List<String> rows(Connection connection, String sql, UUID session) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, session);
            List<String> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        }
    }
}
