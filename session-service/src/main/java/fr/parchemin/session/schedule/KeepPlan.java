package fr.parchemin.session.schedule;

import fr.parchemin.kit.Ids;
import fr.parchemin.session.Moments;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionState;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.planning.CheckPlan;
import fr.parchemin.session.planning.ExplainMissing;
import fr.parchemin.session.planning.Fault;
import fr.parchemin.session.planning.Plan;
import fr.parchemin.session.planning.Task;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a search finds, each time in a short transaction of its own: that it is alive, a complete plan when there is a
 * better one, and its end. A process that is killed leaves the last plan that was written whole.
 */
@ApplicationScoped
class KeepPlan {

    private final ScheduleRepository schedules;
    private final PassageRepository passages;
    private final TakeSession take;
    private final GatherTask gather;
    private final Clock clock;

    KeepPlan(
            ScheduleRepository schedules,
            PassageRepository passages,
            TakeSession take,
            GatherTask gather,
            Clock clock) {
        this.schedules = schedules;
        this.passages = passages;
        this.take = take;
        this.gather = gather;
        this.clock = clock;
    }

    /**
     * Tells that a search is alive.
     *
     * @param plan a complete plan that is not written yet, or null
     * @return whether it should go on
     */
    @Transactional
    boolean alive(UUID sessionId, UUID run, Schedule.Progress progress, @Nullable Plan plan) {
        ExamSession session = take.toFollow(sessionId).orElseThrow();
        Optional<Schedule> schedule = own(sessionId, run).filter(s -> goesOn(session, s));
        schedule.ifPresent(s -> {
            s.alive(progress, Moments.now(clock));
            if (plan != null) {
                write(session, s, plan);
            }
        });
        return schedule.isPresent() && !schedule.get().stopWanted();
    }

    /** Ends a search with the plan that it found. */
    @Transactional
    void end(UUID sessionId, UUID run, Schedule.Progress progress, Plan plan, boolean interrupted) {
        ExamSession session = take.toFollow(sessionId).orElseThrow();
        own(sessionId, run).filter(s -> goesOn(session, s)).ifPresent(s -> {
            List<Fault> missing = write(session, s, plan);
            ScheduleState state = interrupted
                    ? ScheduleState.INTERRUPTED
                    : missing.isEmpty() ? ScheduleState.SOLVED : ScheduleState.INCOMPLETE;
            s.end(
                    state,
                    new Schedule.Progress(
                            s.passages() - missing.size(),
                            progress.improvements(),
                            progress.completeMillis(),
                            progress.elapsedMillis(),
                            progress.score()),
                    missing.stream().map(Fault::message).toList(),
                    Moments.now(clock));
            Log.infof(
                    "schedule of session %s is %s after %d ms: %d of %d passages, %s",
                    sessionId, state, progress.elapsedMillis(), s.progress().placed(), s.passages(), progress.score());
        });
    }

    /** Ends a search that gave no plan: that of before stands. */
    @Transactional
    void fail(UUID sessionId, UUID run, ScheduleState state, String why) {
        own(sessionId, run).ifPresent(s -> s.end(state, s.progress(), List.of(why), Moments.now(clock)));
    }

    /** What a stop left open on this node is told as what it is. */
    @Transactional
    void interrupted(String node) {
        for (Schedule s : schedules.openOn(node)) {
            s.end(
                    ScheduleState.INTERRUPTED,
                    s.progress(),
                    List.of(
                            "The service was stopped while it searched. The plan that was kept last stands; solve again."),
                    Moments.now(clock));
            Log.infof("the schedule of session %s was being solved when the service stopped", s.sessionId());
        }
    }

    /**
     * Ends a search when its plan may no longer be written: the session went on without it, or the candidates are summoned and
     * nobody gave a reason for other times (R67). The passages of before stand.
     *
     * @return whether it may be written
     */
    private boolean goesOn(ExamSession session, Schedule s) {
        String obstacle = session.obstacle(SessionStep.PLAN);
        if (obstacle == null && session.state() == SessionState.CONVOKED && s.reason() == null) {
            obstacle =
                    "The candidates were summoned while it searched (R67). The plan of before stands: solve again and give the reason for which their times change.";
        }
        if (obstacle == null) {
            return true;
        }
        s.end(ScheduleState.INTERRUPTED, s.progress(), List.of(obstacle), Moments.now(clock));
        Log.infof("the search for session %s is over, which is %s by now", session.id(), session.state());
        return false;
    }

    private Optional<Schedule> own(UUID sessionId, UUID run) {
        return schedules.findByIdOptional(sessionId).filter(s -> s.run().equals(run) && s.endedAt() == null);
    }

    /**
     * Writes a plan over the one of before. The facts are read again: what changed while the search went on, here or in
     * another session, may leave passages without their place.
     *
     * @return why passages have none
     */
    private List<Fault> write(ExamSession session, Schedule schedule, Plan plan) {
        passages.lock();
        Gathered now = gather.of(session, schedule.settings());
        CheckPlan check = new CheckPlan(now.task());
        List<Task.Placed> sound = check.faults(plan.placed()).isEmpty() ? plan.placed() : check.sound(plan.placed());
        Instant at = Moments.now(clock);
        List<StoredPassage> changed = new ArrayList<>();
        List<Plan.Missing> missing = new ArrayList<>();
        Set<UUID> kept = new HashSet<>();
        for (Task.Examinee examinee : now.task().examinees()) {
            for (Task.Event event : now.task().events()) {
                StoredPassage before = now.stored().stream()
                        .filter(p -> p.is(examinee.enrolmentId(), event.code()))
                        .findFirst()
                        .orElse(null);
                Task.Placed placed = sound.stream()
                        .filter(p -> p.enrolmentId().equals(examinee.enrolmentId())
                                && p.eventCode().equals(event.code()))
                        .findFirst()
                        .orElse(null);
                if (placed == null) {
                    missing.add(new Plan.Missing(examinee.enrolmentId(), event.code()));
                }
                StoredPassage after = after(now, before, examinee, event, placed, at);
                kept.add(after.id());
                if (before == null || !same(before, after)) {
                    changed.add(after);
                }
            }
        }
        passages.remove(now.stored().stream()
                .map(StoredPassage::id)
                .filter(id -> !kept.contains(id))
                .toList());
        passages.write(session.id(), changed, schedule.requestedBy(), at);
        return missing.isEmpty()
                ? List.of()
                : new ExplainMissing(now.task(), new Plan(sound, missing, plan.score())).all();
    }

    private static StoredPassage after(
            Gathered now,
            @Nullable StoredPassage before,
            Task.Examinee examinee,
            Task.Event event,
            Task.@Nullable Placed placed,
            Instant at) {
        return new StoredPassage(
                before == null ? Ids.next() : before.id(),
                before == null ? 0 : before.version(),
                examinee.enrolmentId(),
                event.code(),
                placed == null ? null : now.time().instant(placed.start()),
                placed == null ? null : now.time().instant(placed.end()),
                placed == null ? null : placed.roomId(),
                placed == null ? List.of() : placed.jurorIds(),
                before != null && before.pinned() && placed != null,
                at);
    }

    private static boolean same(StoredPassage a, StoredPassage b) {
        return Objects.equals(a.startsAt(), b.startsAt())
                && Objects.equals(a.endsAt(), b.endsAt())
                && Objects.equals(a.roomId(), b.roomId())
                && a.pinned() == b.pinned()
                && Set.copyOf(a.jurorIds()).equals(Set.copyOf(b.jurorIds()));
    }
}
