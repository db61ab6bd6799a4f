package fr.parchemin.results.privacy;

import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/**
 * Gathers everything that this service holds of one person and that they may see (GDPR, article 15): not what the members of a
 * jury noted (R133), and nothing before its notification (R111).
 */
@ApplicationScoped
class CollectPerson {

    private static final String IDENTITIES =
            "select p.* from person_identity p where p.candidate_id = ? order by p.version";
    private static final Map<String, String> FILES = files();
    private static final String READ_ME = """
            Tout ce que le service des résultats de Parchemin conserve sur une personne, au %s.

            identites.json        chaque version de l'état civil reçue, dont celle figée à l'examen
            inscriptions.json     les sessions auxquelles la personne a été inscrite
            documents.json        les documents présentés à l'examen
            resultats.json        les résultats notifiés
            certificats.json      titres, blocs et certificats complémentaires délivrés
            equivalences.json     les décisions d'équivalence
            reconnaissances.json  les blocs reconnus par correspondance
            corrections.json      les corrections d'état civil décidées après l'examen
            declarations.json     ce qui a été ou sera déclaré à la Caisse des Dépôts, dans quels fichiers et avec quelle réponse
            enquetes.json         les enquêtes d'insertion en cours et la réponse donnée ; effacées quand les taux sont arrêtés
            consultations.json    qui a lu ou modifié quoi, et quand

            Les notes individuelles des membres du jury sont couvertes par le secret des délibérations et n'y figurent pas.
            """;

    private final DataSource dataSource;
    private final Clock clock;

    CollectPerson(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("identites.json", IDENTITIES);
        files.put("inscriptions.json", """
                select e.id, e.route, e.training_provider_siret, e.attendance, e.identity_version, e.withdrawn,
                       s.id as session_id, s.type, s.certification_number, s.block_code, s.centre_name, s.site_city,
                       s.starts_on, s.ends_on, s.annulled_on
                from enrolment e join exam_session s on s.id = e.session_id where e.candidate_id = ? order by s.starts_on, e.id
                """);
        files.put("documents.json", """
                select d.enrolment_id, d.kind, d.valid_on_exam_day, d.presented_at
                from presented_document d join enrolment e on e.id = d.enrolment_id
                where e.candidate_id = ? order by d.presented_at, d.enrolment_id
                """);
        files.put("resultats.json", """
                select r.* from published_result r where r.candidate_id = ? and r.notified_at is not null order by r.notified_at
                """);
        files.put("certificats.json", """
                select a.number, a.kind, a.certification_number, a.title, a.block_code, a.label, a.obtained_by, a.awarded_on,
                       a.identity_version, a.withdrawn_on, a.withdrawal_cause, a.withdrawal_reason
                from award a where a.candidate_id = ? and a.visible order by a.awarded_on, a.number
                """);
        files.put("equivalences.json", "select q.* from equivalence q where q.candidate_id = ? order by q.decided_on");
        files.put("reconnaissances.json", """
                select r.certification_number, r.block_code, r.from_blocks, r.recognised_on, r.reason, r.ended_on, r.end_reason
                from recognition r where r.candidate_id = ? order by r.recognised_on, r.id
                """);
        files.put(
                "corrections.json",
                "select c.* from identity_correction c where c.candidate_id = ? order by c.recorded_at");
        files.put("declarations.json", """
                select d.id, d.award_number, d.identity_version, d.route, d.awarded_on, d.due_on, d.state, d.faults, d.message,
                       d.treatment, d.evidence, d.attempts, d.ended_on, d.reason, d.changed_at,
                       (select coalesce(jsonb_agg(jsonb_build_object('file', f.file_name, 'action', f.action,
                                   'deposited_at', f.deposited_at, 'verdict', p.verdict, 'message', p.message)
                                   order by f.stamped_at, f.id), '[]')
                        from declaration_passage p join declaration_flux f on f.id = p.flux_id
                        where p.declaration_id = d.id) as files
                from declaration d join award a on a.number = d.award_number
                where d.candidate_id = ? and a.visible order by d.awarded_on, d.id
                """);
        files.put("enquetes.json", """
                select s.certification_number, s.year, s.wave, r.due_on, r.situation, r.answered_on, r.reminders
                from survey_respondent r join survey s on s.id = r.survey_id
                    join award a on a.number = r.award_number and a.visible
                where r.candidate_id = ? order by r.due_on, r.id
                """);
        // A diploma is printed by the number of the award alone. Old entries may hold an escaped U+0000, which no jsonb
        // takes. Where it is an escaped backslash and a text, so is what it becomes.
        files.put("consultations.json", """
                select a.at, a.chain, a.actor, a.action, a.reason from audit_entry a, (select ?::uuid as id) as person
                where a.subject_id = person.id::text
                   or a.subject_id in (select w.number from award w where w.candidate_id = person.id and w.visible)
                   or replace(a.details, '\\u0000', '\\ufffd')::jsonb -> 'people' @> to_jsonb(person.id::text)
                order by a.id
                """);
        return files;
    }

    /**
     * The files, zipped.
     *
     * @throws ProblemException 404 for somebody of whom nothing is known
     */
    @Transactional
    byte[] of(UUID candidateId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Connection connection = dataSource.getConnection();
                ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            if (json(connection, IDENTITIES, candidateId).equals("[]")) {
                throw ProblemException.notFound("candidate", candidateId);
            }
            put(zip, "LISEZMOI.txt", READ_ME.formatted(clock.instant()));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                put(zip, file.getKey(), json(connection, file.getValue(), candidateId));
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the access file cannot be made", e);
        }
    }

    private static String json(Connection connection, String rows, UUID candidateId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(jsonb_pretty(jsonb_agg(to_jsonb(r))), '[]') from (" + rows + ") as r")) {
            select.setObject(1, candidateId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
