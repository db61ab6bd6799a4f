package fr.parchemin.session.draw;

import fr.parchemin.session.Moments;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.enrolment.ReadEnrolments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.KitSituation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Fixes the seed of every draw before it is made (R81): at the opening for everybody enrolled, and with each draw for the
 * one that might have to be made after it (R82).
 */
@ApplicationScoped
public class CommitToDraws {

    private static final int SEED_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final ReadEnrolments enrolments;
    private final FirstDraws firstDraws;
    private final DataSource dataSource;
    private final Clock clock;

    CommitToDraws(ReadEnrolments enrolments, FirstDraws firstDraws, DataSource dataSource, Clock clock) {
        this.enrolments = enrolments;
        this.firstDraws = firstDraws;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Commits to the first draws of everybody who is enrolled. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void atOpening(ExamSession session) {
        List<DrawFacts> events = firstDraws.of(session);
        List<DrawCommitment> commitments = new ArrayList<>();
        for (EnrolmentView enrolment : enrolments.active(session.id())) {
            for (DrawFacts event : events) {
                commitments.add(commitment(enrolment.id(), event.eventCode(), 1, event.offered()));
            }
        }
        keep(session.id(), commitments);
    }

    /** Commits to one draw from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    DrawCommitment to(UUID sessionId, UUID enrolmentId, String eventCode, int rank, List<KitSituation> pool) {
        DrawCommitment commitment = commitment(enrolmentId, eventCode, rank, pool);
        keep(sessionId, List.of(commitment));
        return commitment;
    }

    /** What was committed to for a draw. */
    Optional<DrawCommitment> found(UUID enrolmentId, String eventCode, int rank) {
        return read("enrolment_id = ? and event_code = ? and rank = ?", enrolmentId, eventCode, rank).stream()
                .findFirst();
    }

    /** All of a session, by enrolment, event and rank. */
    List<DrawCommitment> ofSession(UUID sessionId) {
        return read("session_id = ?", sessionId);
    }

    private DrawCommitment commitment(UUID enrolmentId, String eventCode, int rank, List<KitSituation> pool) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new DrawCommitment(
                enrolmentId, eventCode, rank, seed, UniformDrawPolicy.commitment(seed, pool), Moments.now(clock));
    }

    private void keep(UUID sessionId, List<DrawCommitment> commitments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into draw_commitment (session_id, enrolment_id, event_code, rank, seed, commitment, committed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (DrawCommitment c : commitments) {
                insert.setObject(1, sessionId);
                insert.setObject(2, c.enrolmentId());
                insert.setString(3, c.eventCode());
                insert.setInt(4, c.rank());
                insert.setBytes(5, c.seed());
                insert.setBytes(6, c.commitment());
                insert.setObject(7, OffsetDateTime.ofInstant(c.committedAt(), ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the commitments could not be recorded", e);
        }
    }

    private List<DrawCommitment> read(String where, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select enrolment_id, event_code, rank, seed, commitment, committed_at from draw_commitment where "
                                + where + " order by enrolment_id, event_code, rank")) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<DrawCommitment> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instant at = row.getObject(6, OffsetDateTime.class).toInstant();
                    found.add(new DrawCommitment(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getInt(3),
                            row.getBytes(4),
                            row.getBytes(5),
                            at));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the commitments could not be read", e);
        }
    }
}
