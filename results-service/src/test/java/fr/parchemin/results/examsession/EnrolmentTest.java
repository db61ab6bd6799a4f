package fr.parchemin.results.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R122: the identity told with PRESENT is the one that counts. */
class EnrolmentTest {

    private record Told(Enrolment.Attendance status, int identityVersion) {}

    static Stream<Arguments> attendances() {
        Told present1 = new Told(Enrolment.Attendance.PRESENT, 1);
        return Stream.of(
                Arguments.of(List.of(present1), 1),
                Arguments.of(List.of(new Told(Enrolment.Attendance.ABSENT, 3)), 3),
                Arguments.of(
                        List.of(
                                new Told(Enrolment.Attendance.ABSENT, 1),
                                new Told(Enrolment.Attendance.ABSENT_JUSTIFIED, 2)),
                        2),
                Arguments.of(List.of(present1, new Told(Enrolment.Attendance.EXCLUDED, 2)), 1),
                Arguments.of(List.of(present1, new Told(Enrolment.Attendance.ABSENT, 4)), 1),
                Arguments.of(
                        List.of(new Told(Enrolment.Attendance.ABSENT, 1), new Told(Enrolment.Attendance.PRESENT, 2)),
                        2));
    }

    @ParameterizedTest
    @MethodSource("attendances")
    void freezesTheIdentityOfTheDay(List<Told> told, int frozen) {
        Enrolment enrolment = new Enrolment(
                UUID.randomUUID(),
                new SessionEvent.Enrolment(UUID.randomUUID(), UUID.randomUUID(), "CONTINUING", null, null));
        told.forEach(t -> enrolment.attended(t.status(), t.identityVersion()));
        assertThat(enrolment.identityVersion()).isEqualTo(frozen);
        assertThat(enrolment.attendance()).isEqualTo(told.getLast().status());
    }
}
