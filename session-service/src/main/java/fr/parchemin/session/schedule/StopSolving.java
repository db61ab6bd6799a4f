package fr.parchemin.session.schedule;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.Moments;
import fr.parchemin.session.ProblemType;
import fr.parchemin.session.examsession.TakeSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Asks a search to end with the best plan that it has; whichever process it runs in reads the wish within a second. */
@ApplicationScoped
class StopSolving {

    private final TakeSession take;
    private final ScheduleRepository schedules;
    private final Clock clock;

    StopSolving(TakeSession take, ScheduleRepository schedules, Clock clock) {
        this.take = take;
        this.schedules = schedules;
        this.clock = clock;
    }

    @Transactional
    ScheduleView.Progress stop(UUID sessionId) {
        take.toChange(sessionId);
        Schedule schedule = schedules
                .findByIdOptional(sessionId)
                .orElseThrow(() -> ProblemException.notFound("schedule", sessionId));
        if (schedule.state(Moments.now(clock)) != ScheduleState.SOLVING) {
            throw new ProblemException(ProblemType.WRONG_STATE, "The schedule is not being solved.");
        }
        schedule.wantStop();
        return ScheduleView.Progress.of(schedule, Moments.now(clock));
    }
}
