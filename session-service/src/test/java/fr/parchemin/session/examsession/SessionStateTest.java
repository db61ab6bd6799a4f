package fr.parchemin.session.examsession;

import static fr.parchemin.session.examsession.SessionState.CONVOKED;
import static fr.parchemin.session.examsession.SessionState.DECLARED;
import static fr.parchemin.session.examsession.SessionState.DRAFT;
import static fr.parchemin.session.examsession.SessionState.DTE_SENT;
import static fr.parchemin.session.examsession.SessionState.IN_PROGRESS;
import static fr.parchemin.session.examsession.SessionState.POSTPONED;
import static fr.parchemin.session.examsession.SessionState.PV_SIGNED;
import static fr.parchemin.session.examsession.SessionState.PV_SUBMITTED;
import static fr.parchemin.session.examsession.SessionState.RESULTS_ENTERED;
import static fr.parchemin.session.examsession.SessionState.RETURNED;
import static fr.parchemin.session.examsession.SessionState.VALIDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.Ids;
import fr.parchemin.session.centre.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of section 6. */
class SessionStateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(SessionStep.DECLARE, EnumSet.of(DRAFT, POSTPONED)),
                Arguments.of(SessionStep.ENROL, EnumSet.of(DECLARED, DTE_SENT)),
                Arguments.of(SessionStep.WITHDRAW, EnumSet.of(DECLARED, DTE_SENT, CONVOKED, POSTPONED)),
                Arguments.of(SessionStep.APPOINT_JURY, EnumSet.of(DECLARED, DTE_SENT, CONVOKED, POSTPONED)),
                Arguments.of(SessionStep.PLAN, EnumSet.of(DECLARED, DTE_SENT, CONVOKED, IN_PROGRESS)),
                Arguments.of(SessionStep.LIST_SITUATIONS, EnumSet.of(DRAFT, DECLARED, DTE_SENT, CONVOKED, POSTPONED)),
                Arguments.of(SessionStep.RECUSE, EnumSet.of(DECLARED, DTE_SENT, CONVOKED, POSTPONED, IN_PROGRESS)),
                Arguments.of(SessionStep.RECEIVE_KIT, EnumSet.of(DECLARED)),
                Arguments.of(SessionStep.SUMMON, EnumSet.of(DTE_SENT)),
                Arguments.of(SessionStep.OPEN, EnumSet.of(CONVOKED)),
                Arguments.of(SessionStep.RECORD_ATTENDANCE, EnumSet.of(IN_PROGRESS)),
                Arguments.of(SessionStep.DRAW, EnumSet.of(IN_PROGRESS)),
                Arguments.of(SessionStep.PRESENT_DOCUMENT, EnumSet.of(IN_PROGRESS)),
                Arguments.of(SessionStep.CLOSE, EnumSet.of(IN_PROGRESS)),
                Arguments.of(SessionStep.POSTPONE, EnumSet.of(DECLARED, DTE_SENT, CONVOKED)),
                Arguments.of(SessionStep.CANCEL, EnumSet.of(DRAFT, DECLARED, DTE_SENT, CONVOKED, POSTPONED)),
                Arguments.of(SessionStep.RESUME, EnumSet.of(SessionState.CANCELLED)),
                Arguments.of(
                        SessionStep.ANNUL,
                        EnumSet.of(
                                IN_PROGRESS,
                                RESULTS_ENTERED,
                                PV_SIGNED,
                                PV_SUBMITTED,
                                RETURNED,
                                VALIDATED,
                                SessionState.NOTIFIED,
                                SessionState.ARCHIVED)),
                Arguments.of(SessionStep.DRAW_UP_RECORD, EnumSet.of(IN_PROGRESS)),
                Arguments.of(SessionStep.SIGN_RECORD, EnumSet.of(RESULTS_ENTERED, RETURNED)),
                Arguments.of(SessionStep.SUBMIT_RECORD, EnumSet.of(PV_SIGNED)),
                Arguments.of(SessionStep.RETURN_RECORD, EnumSet.of(PV_SUBMITTED)),
                Arguments.of(SessionStep.VALIDATE_RECORD, EnumSet.of(PV_SUBMITTED)),
                Arguments.of(SessionStep.NOTIFY_RECORD, EnumSet.of(VALIDATED)));
    }

    @ParameterizedTest(name = "{0} from {1} only")
    @MethodSource("steps")
    void aStepIsTakenFromTheseStatesOnly(SessionStep step, Set<SessionState> from) {
        for (SessionState state : SessionState.values()) {
            assertThat(state.allows(step)).as("%s from %s", step, state).isEqualTo(from.contains(state));
        }
    }

    @Test
    void everyStepIsInTheTable() {
        assertThat(steps().map(a -> a.get()[0])).containsExactlyInAnyOrder((Object[]) SessionStep.values());
    }

    @Test
    void theWholeWay() {
        ExamSession s = draft();
        s.declare(1, LocalDate.of(2026, 9, 1));
        s.appoint(List.of(new JuryMember(new UUID(0, 1), "one", null, false)));
        s.receiveKit("DTE", LocalDate.of(2026, 10, 1), "CERES", 2);
        assertThat(s.planVersion()).isEqualTo(2);
        s.summon(NOW, false, null, null);
        s.open(NOW, Set.of(new UUID(0, 1)), "Responsable", "Témoin");
        assertThat(s.jury()).containsExactly(new JuryMember(new UUID(0, 1), "one", null, true));
        assertThat(s.obstacle(SessionStep.DRAW_UP_RECORD)).isEqualTo("The session is not closed: close it first.");
        s.close(NOW);
        assertThat(s.obstacle(SessionStep.DRAW))
                .isEqualTo("The session was closed at 2026-11-23T08:30:00Z: it is too late to draw situations.");
        assertThat(s.obstacle(SessionStep.PRESENT_DOCUMENT)).isNull();
        for (SessionStep step : List.of(
                SessionStep.DRAW_UP_RECORD,
                SessionStep.SIGN_RECORD,
                SessionStep.SUBMIT_RECORD,
                SessionStep.RETURN_RECORD,
                SessionStep.SIGN_RECORD,
                SessionStep.SUBMIT_RECORD,
                SessionStep.VALIDATE_RECORD,
                SessionStep.NOTIFY_RECORD)) {
            s.follow(step);
        }
        assertThat(s.state()).isEqualTo(SessionState.NOTIFIED);
    }

    @Test
    void aRefusalNamesTheStateAndWhatIsMissing() {
        ExamSession s = draft();
        assertThat(s.obstacle(SessionStep.OPEN))
                .isEqualTo("The session is DRAFT; to open the session: POST …/opening it must be CONVOKED.");
        assertThatThrownBy(() -> s.close(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void postponedItIsDeclaredAgainWithItsNewDays() {
        ExamSession s = draft();
        s.declare(1, LocalDate.of(2026, 9, 1));
        s.receiveKit("DTE", LocalDate.of(2026, 10, 1), "CERES", 1);
        s.summon(NOW, true, "Accord", "centre");
        s.postpone(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 12), "Jury incomplet");
        assertThat(s.state()).isEqualTo(POSTPONED);
        assertThat(s.startsOn()).isEqualTo("2027-01-11");
        assertThat(s.summonedAt()).isNull();
        assertThat(s.late()).isFalse();
        s.declare(1, LocalDate.of(2026, 11, 24));
        assertThat(s.state()).isEqualTo(DECLARED);
        assertThat(s.ceresNumber()).isEqualTo("CERES");
    }

    @Test
    void theDayIsTheDayAtTheSite() {
        Clock lateEvening = Clock.fixed(Instant.parse("2026-11-23T21:30:00Z"), ZoneOffset.UTC);
        assertThat(draft("Europe/Paris").today(lateEvening)).isEqualTo("2026-11-23");
        assertThat(draft("Indian/Reunion").today(lateEvening)).isEqualTo("2026-11-24");
    }

    private static ExamSession draft() {
        return draft("Europe/Paris");
    }

    private static ExamSession draft(String timeZone) {
        return new ExamSession(
                Ids.next(),
                SessionType.TITLE,
                "RNCP37722",
                null,
                new Place(
                        Ids.next(),
                        "98222438800016",
                        "Centre",
                        Ids.next(),
                        "Site",
                        "Rennes",
                        "35000",
                        "35238",
                        timeZone),
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 24),
                "Fictif Responsable",
                false,
                false,
                NOW);
    }
}
