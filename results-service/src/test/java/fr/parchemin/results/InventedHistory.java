package fr.parchemin.results;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sessions with records that are validated, rectified, annulled and undone in part, at random: written into the tables of truth
 * as the use cases write them, and kept here as a plain list that figures can be counted from a second time.
 */
final class InventedHistory {

    static final List<String> ROUTES = List.of("CONTINUING", "APPRENTICESHIP", "EXPERIENCE");
    /** Postal codes with the region that they lie in. */
    static final List<String[]> PLACES = List.of(
            new String[] {"35000", "53"},
            new String[] {"69001", "84"},
            new String[] {"97400", "04"},
            new String[] {"98800", "99"},
            new String[] {"20000", "94"});

    private static final List<String> BLOCKS = List.of("BC01", "BC02", "BC03");
    static final List<String> CENTRES = List.of(ToldSession.CENTRE, "11111111100017", "22222222200012");

    final String[] certifications;
    final List<Held> sessions = new ArrayList<>();
    private final DataSource database;
    private final Random random;

    /** One session with the record that is in effect. */
    static final class Held {
        final UUID id = UUID.randomUUID();
        final String certification;
        final @Nullable String block;
        final LocalDate endsOn;
        final String region;
        final String postalCode;
        final String centre;
        UUID record = UUID.randomUUID();
        List<Sat> candidates = new ArrayList<>();
        boolean annulled;

        Held(String certification, @Nullable String block, LocalDate endsOn, String[] place, String centre) {
            this.certification = certification;
            this.block = block;
            this.endsOn = endsOn;
            this.postalCode = place[0];
            this.region = place[1];
            this.centre = centre;
        }

        String type() {
            return block == null ? "TITLE" : "CCP";
        }
    }

    /** One candidate in it, by the record in effect. */
    static final class Sat {
        final UUID enrolment;
        final UUID person;
        final String route;
        /** AWARDED and so on. */
        String outcome = "";

        final Set<String> obtained = new TreeSet<>();
        final Set<String> competences = new TreeSet<>();
        int days;
        boolean titleLost;
        final Set<String> blocksLost = new TreeSet<>();

        Sat(UUID enrolment, UUID person, String route) {
            this.enrolment = enrolment;
            this.person = person;
            this.route = route;
        }

        boolean present() {
            return !outcome.equals("ABSENT") && !outcome.equals("EXCLUDED");
        }
    }

    InventedHistory(DataSource database, long seed) throws SQLException {
        this.database = database;
        this.random = new Random(seed);
        String unique = String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000);
        certifications = new String[] {"RNCP7" + unique, "RNCP8" + unique};
        for (String number : certifications) {
            execute("""
                    insert into certification_version (number, plan_version, title, blocks, plan)
                    select ?, 1, 'Titre inventé', jsonb_agg(jsonb_build_object('code', ? || b, 'label', 'Bloc ' || b, 'competences',
                           jsonb_build_array(jsonb_build_object('code', ? || b || '-C1', 'label', 'Première'),
                                             jsonb_build_object('code', ? || b || '-C2', 'label', 'Seconde')))),
                           '{"targets": [], "documentChecks": [], "complements": []}'
                    from unnest(array['BC01', 'BC02', 'BC03']) as b
                    """, number, number, number, number);
        }
    }

    /** Codes of the blocks that a session examines. */
    static List<String> examined(Held session) {
        return session.block == null
                ? BLOCKS.stream().map(b -> session.certification + b).toList()
                : List.of(session.block);
    }

    static List<String> competencesOf(String block) {
        return List.of(block + "-C1", block + "-C2");
    }

    /** Does one thing, whatever the dice say. */
    void step() throws SQLException {
        List<Held> standing = sessions.stream().filter(s -> !s.annulled).toList();
        int dice = random.nextInt(10);
        if (standing.isEmpty() || dice < 6) {
            validate();
        } else {
            Held session = standing.get(random.nextInt(standing.size()));
            switch (dice) {
                case 6 -> annul(session);
                case 7 -> rectify(session);
                default -> withdraw(session);
            }
        }
    }

    private void validate() throws SQLException {
        String certification = certifications[random.nextInt(2)];
        Held session = new Held(
                certification,
                random.nextInt(4) == 0 ? certification + BLOCKS.get(random.nextInt(3)) : null,
                LocalDate.of(2031 + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                PLACES.get(random.nextInt(PLACES.size())),
                CENTRES.get(random.nextInt(CENTRES.size())));
        execute(
                """
                insert into exam_session (id, type, certification_number, block_code, plan_version, centre_siret, centre_name, site_name,
                                          site_city, time_zone, starts_on, ends_on, manager, with_final_interview, remote,
                                          site_postal_code)
                values (?, ?, ?, ?, 1, ?, 'Centre inventé', 'Plateau', 'Ville', 'Europe/Paris', ?, ?, 'Inventé', false, false, ?)
                """,
                session.id,
                session.type(),
                certification,
                session.block,
                session.centre,
                session.endsOn,
                session.endsOn,
                session.postalCode);
        int many = 1 + random.nextInt(random.nextBoolean() ? 3 : 14);
        for (int i = 0; i < many; i++) {
            Sat candidate = new Sat(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    ROUTES.get(random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)));
            execute(
                    "insert into enrolment (id, session_id, candidate_id, route) values (?, ?, ?, ?)",
                    candidate.enrolment,
                    session.id,
                    candidate.person,
                    candidate.route);
            session.candidates.add(candidate);
        }
        sessions.add(session);
        decide(session, null);
    }

    private void rectify(Held session) throws SQLException {
        UUID before = session.record;
        execute("update session_record set state = 'RECTIFIED' where id = ?", before);
        execute(
                "insert into voiding values (?, 'RECORD', ?, 'RECTIFIED', 'inventé', date '2032-01-01', now(), 'inventé')",
                UUID.randomUUID(),
                before);
        session.record = UUID.randomUUID();
        session.candidates.forEach(c -> {
            c.obtained.clear();
            c.competences.clear();
            c.blocksLost.clear();
            c.titleLost = false;
        });
        decide(session, before);
    }

    private void decide(Held session, @Nullable UUID corrects) throws SQLException {
        StringBuilder content = new StringBuilder();
        int days = random.nextInt(40);
        for (Sat c : session.candidates) {
            int dice = random.nextInt(20);
            c.days = days + random.nextInt(2);
            c.outcome = dice == 0 ? "EXCLUDED" : dice < 3 ? "ABSENT" : "";
            if (c.present()) {
                for (String block : examined(session)) {
                    if (random.nextInt(10) < 8) {
                        c.obtained.add(block);
                    }
                    competencesOf(block).stream()
                            .filter(code -> c.obtained.contains(block) || random.nextBoolean())
                            .forEach(c.competences::add);
                }
                c.outcome = c.obtained.size() == examined(session).size()
                        ? "AWARDED"
                        : c.obtained.isEmpty() ? "FAILURE" : "PARTIAL_SUCCESS";
            }
            content.append(content.isEmpty() ? "" : ",")
                    .append("{\"enrolmentId\":\"%s\",\"validatedCompetences\":[%s]}"
                            .formatted(
                                    c.enrolment,
                                    String.join(
                                            ",",
                                            c.competences.stream()
                                                    .map(x -> '"' + x + '"')
                                                    .toList())));
        }
        execute(
                """
                insert into session_record (id, session_id, version, state, drafted_at, content, order_number, validated_at, corrects,
                                            correction_reason)
                values (?, ?, 1, 'VALIDATED', now(), ?, ?, now(), ?, ?)
                """,
                session.record,
                session.id,
                "{\"candidates\":[" + content + "]}",
                "INV-" + session.record,
                corrects,
                corrects == null ? null : "inventé");
        for (Sat c : session.candidates) {
            StringBuilder blocks = new StringBuilder();
            for (String block : examined(session)) {
                blocks.append(blocks.isEmpty() ? "" : ",")
                        .append("{\"code\":\"%s\",\"result\":\"%s\",\"reasons\":[]}"
                                .formatted(
                                        block,
                                        !c.present()
                                                ? "NOT_PRESENTED"
                                                : c.obtained.contains(block) ? "OBTAINED" : "NOT_OBTAINED"));
            }
            execute(
                    """
                    insert into published_result (enrolment_id, record_id, session_id, candidate_id, certification_number, outcome, blocks,
                                                  title_awarded, centre_siret)
                    values (?, ?, ?, ?, ?, ?, ?::jsonb, false, ?)
                    """,
                    c.enrolment,
                    session.record,
                    session.id,
                    c.person,
                    session.certification,
                    c.outcome,
                    "[" + blocks + "]",
                    session.centre);
            for (String block : c.obtained) {
                acquire(session, c, "BLOCK", block);
            }
            if (session.block == null && c.outcome.equals("AWARDED")) {
                acquire(session, c, "TITLE", null);
            }
        }
        due(session);
    }

    private void acquire(Held session, Sat c, String kind, @Nullable String code) throws SQLException {
        execute(
                """
                insert into acquisition (id, candidate_id, identity_version, certification_number, plan_version, title, kind, code, label,
                                         rests_on, route, session_id, record_id, enrolment_id, centre_siret, obtained_on)
                values (?, ?, 1, ?, 1, 'Inventé', ?, ?, 'Inventé', '[]', ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID(),
                c.person,
                session.certification,
                kind,
                code,
                c.route,
                session.id,
                session.record,
                c.enrolment,
                session.centre,
                session.endsOn.plusDays(c.days));
    }

    private void annul(Held session) throws SQLException {
        session.annulled = true;
        execute("update exam_session set annulled_on = date '2032-06-01' where id = ?", session.id);
        due(session);
    }

    /** Takes a title or a block away from somebody; a title falls with a block that it stands on. */
    private void withdraw(Held session) throws SQLException {
        List<Sat> holders =
                session.candidates.stream().filter(c -> !c.obtained.isEmpty()).toList();
        if (holders.isEmpty()) {
            return;
        }
        Sat c = holders.get(random.nextInt(holders.size()));
        boolean hasTitle = session.block == null && c.outcome.equals("AWARDED");
        if (hasTitle && random.nextBoolean()) {
            c.titleLost = true;
            undo(session, c, null);
        } else {
            String block = List.copyOf(c.obtained).get(random.nextInt(c.obtained.size()));
            if (!c.blocksLost.add(block)) {
                return;
            }
            undo(session, c, block);
            if (hasTitle && !c.titleLost) {
                c.titleLost = true;
                execute("""
                        insert into award (number, kind, candidate_id, identity_version, certification_number, title, label, route, session_id,
                                           record_id, enrolment_id, centre_siret, awarded_on, visible, version, acquisition_id,
                                           withdrawn_on, withdrawal_cause, obtained_by)
                        select ?, 'TITLE', candidate_id, 1, certification_number, title, label, route, session_id, record_id, enrolment_id,
                               centre_siret, obtained_on, false, 1, id, date '2032-01-01', 'GROUND_LOST', 'TITLE_SESSION'
                        from acquisition where record_id = ? and enrolment_id = ? and kind = 'TITLE'
                        """, "INV-" + UUID.randomUUID(), session.record, c.enrolment);
            }
        }
        due(session);
    }

    private void undo(Held session, Sat c, @Nullable String block) throws SQLException {
        execute("""
                insert into voiding select ?, 'GAIN', id, 'WITHDRAWN', 'inventé', date '2032-01-01', now(), 'inventé'
                from acquisition where record_id = ? and enrolment_id = ? and coalesce(code, '') = ?
                on conflict do nothing
                """, UUID.randomUUID(), session.record, c.enrolment, block == null ? "" : block);
    }

    private void due(Held session) throws SQLException {
        execute("insert into statistics_due (what, session_id) values ('FIGURES', ?)", session.id);
    }

    private void execute(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
