package fr.parchemin.kit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where nobody asked for a sandbox there is none. */
@QuarkusTest
class MoveClockTest {

    @Inject
    Event<ClockMoved> moved;

    @Test
    void outsideASandboxThereIsNoClockToMove() {
        MoveClock move = new MoveClock(Clock.systemUTC(), moved);
        for (ThrowingCallable call :
                new ThrowingCallable[] {move::show, () -> move.to(null), () -> move.to(Instant.EPOCH)}) {
            assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.kind())
                    .isEqualTo(CommonProblem.NOT_FOUND));
        }
    }
}
