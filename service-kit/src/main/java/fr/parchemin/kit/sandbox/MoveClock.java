package fr.parchemin.kit.sandbox;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.time.SandboxClock;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves what this service takes for the present. Outside a sandbox there is nothing to move and nothing to see. */
@ApplicationScoped
class MoveClock {

    /** What no calendar of the regulation leaves, and the database can keep. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Clock clock;
    private final Event<ClockMoved> moved;

    MoveClock(Clock clock, Event<ClockMoved> moved) {
        this.clock = clock;
        this.moved = moved;
    }

    SandboxClockView show() {
        return view(sandbox());
    }

    /**
     * Moves it, once everybody who has to know could note it.
     *
     * @param now from when on time runs, null for the real time
     */
    @Transactional
    SandboxClockView to(@Nullable Instant now) {
        SandboxClock sandbox = sandbox();
        if (now != null && (now.isBefore(EARLIEST) || now.isAfter(LATEST))) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("/now", "Lies between " + EARLIEST + " and " + LATEST + ".")));
        }
        moved.fire(new ClockMoved(now == null ? sandbox.real() : now, now == null));
        sandbox.move(now);
        Log.warnf("the clock of this service %s", now == null ? "shows the real time again" : "is moved to " + now);
        return view(sandbox);
    }

    private SandboxClock sandbox() {
        if (clock instanceof SandboxClock sandbox) {
            return sandbox;
        }
        throw new ProblemException(CommonProblem.NOT_FOUND, "The clock of this system cannot be moved.");
    }

    private static SandboxClockView view(SandboxClock clock) {
        return new SandboxClockView(clock.instant().truncatedTo(ChronoUnit.MILLIS), clock.moved());
    }
}
