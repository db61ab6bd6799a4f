package fr.parchemin.session.enrolment;

import static fr.parchemin.session.enrolment.AttendanceStatus.ABSENT;
import static fr.parchemin.session.enrolment.AttendanceStatus.ABSENT_JUSTIFIED;
import static fr.parchemin.session.enrolment.AttendanceStatus.EXCLUDED;
import static fr.parchemin.session.enrolment.AttendanceStatus.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.Ids;
import fr.parchemin.session.certification.AccessRoute;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of section 7. */
class EnrolmentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");

    static Stream<Arguments> states() {
        return Stream.of(
                state(EnrolmentState.REGISTERED, EnumSet.noneOf(AttendanceStatus.class), true, e -> {}),
                state(EnrolmentState.CONVOKED, EnumSet.of(PRESENT, ABSENT, ABSENT_JUSTIFIED), true, Enrolment::summon),
                state(EnrolmentState.WITHDRAWN, EnumSet.noneOf(AttendanceStatus.class), false, Enrolment::withdraw),
                state(EnrolmentState.PRESENT, EnumSet.allOf(AttendanceStatus.class), false, attended(PRESENT)),
                state(EnrolmentState.ABSENT, EnumSet.of(ABSENT, ABSENT_JUSTIFIED), false, attended(ABSENT)),
                state(
                        EnrolmentState.EXCLUDED,
                        EnumSet.of(EXCLUDED),
                        false,
                        attended(PRESENT).andThen(e -> e.attend(EXCLUDED, 1, NOW, "centre"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("states")
    void whatMayFollow(
            EnrolmentState state, Set<AttendanceStatus> next, boolean withdrawable, Consumer<Enrolment> way) {
        Enrolment e = registered();
        way.accept(e);
        assertThat(e.state()).isEqualTo(state);
        assertThat(e.withdrawable()).isEqualTo(withdrawable);
        for (AttendanceStatus status : AttendanceStatus.values()) {
            assertThat(e.mayBecome(status)).as("%s to %s", state, status).isEqualTo(next.contains(status));
        }
    }

    @Test
    void theRecordTakesItAlong() {
        Enrolment present = registered();
        attended(PRESENT).accept(present);
        present.evaluated();
        assertThat(present.state()).isEqualTo(EnrolmentState.EVALUATED);
        present.decided();
        present.notified();
        assertThat(present.state()).isEqualTo(EnrolmentState.NOTIFIED);

        Enrolment absent = registered();
        attended(ABSENT).accept(absent);
        absent.evaluated();
        assertThat(absent.state()).isEqualTo(EnrolmentState.ABSENT);
        absent.decided();
        assertThat(absent.state()).isEqualTo(EnrolmentState.DECIDED);
    }

    @Test
    void anAbsenceThatTurnsOutToBeJustifiedLeavesTheRestAsItIs() {
        Enrolment absent = registered();
        attended(ABSENT).accept(absent);
        absent.decided();
        absent.excuse(NOW.plusSeconds(60), "centre");
        assertThat(absent.attendance()).isEqualTo(ABSENT_JUSTIFIED);
        assertThat(absent.state()).isEqualTo(EnrolmentState.DECIDED);

        Enrolment present = registered();
        attended(PRESENT).accept(present);
        assertThat(present.absent()).isFalse();
        assertThatThrownBy(() -> present.excuse(NOW, "centre")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theIdentityIsThatOfTheExamDay() {
        Enrolment e = registered();
        e.summon();
        e.attend(PRESENT, 3, NOW, "centre");
        assertThat(e.identityVersion()).isEqualTo(3);
        e.attend(EXCLUDED, 4, NOW, "centre");
        assertThat(e.identityVersion()).isEqualTo(3);
        assertThatThrownBy(() -> e.attend(PRESENT, 4, NOW, "centre")).isInstanceOf(IllegalStateException.class);
    }

    private static Arguments state(
            EnrolmentState state, Set<AttendanceStatus> next, boolean withdrawable, Consumer<Enrolment> way) {
        return Arguments.of(state, next, withdrawable, way);
    }

    private static Consumer<Enrolment> attended(AttendanceStatus status) {
        return e -> {
            e.summon();
            e.attend(status, 1, NOW, "centre");
        };
    }

    private static Enrolment registered() {
        return new Enrolment(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                new Enrolment.Path(AccessRoute.CONTINUING, null, null, null, null),
                null,
                "98222438800016",
                NOW);
    }
}
