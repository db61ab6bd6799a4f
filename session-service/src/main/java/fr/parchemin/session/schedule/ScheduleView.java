package fr.parchemin.session.schedule;

import fr.parchemin.kit.web.EntityTags;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule as callers see it. */
@Schema(name = "Schedule", description = "Who passes which event when, before which jurors, in which room.")
record ScheduleView(
        UUID sessionId,
        int version,

        @Schema(description = "Number of the search.") UUID run,

        ScheduleState state,

        @Schema(
                description =
                        "Whether candidates, jury, recusals, rooms and hours are those that the plan was made from, and no passage has a problem.")
        boolean upToDate,

        Settings settings,
        Progress progress,

        @Schema(description = "The same seed and facts give the same plan.")
        long seed,

        @Schema(description = "The search takes at most so many seconds.")
        int seconds,

        @Nullable @Schema(description = "Why it was solved again after the summons.")
        String reason,

        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Why passages found no place, and what would have been enough.")
        List<String> causes,

        @Schema(description = "What became wrong since: somebody withdrew, a juror is recused, a room is out of use…")
        List<ProblemView> problems,

        @Schema(description = "In the order of time; those without a place last.")
        List<PassageView> passages,

        @Schema(description = "How long each juror sits.") List<LoadView> load,

        @Schema(description = "Minutes that candidates wait between their events of a day, breaks included.")
        WaitingView waiting) {

    /** How far a search is. */
    @Schema(name = "ScheduleProgress")
    record Progress(
            ScheduleState state,

            @Schema(description = "Passages that have a place in the best plan so far.")
            int placed,

            @Schema(description = "Passages of the session.")
            int passages,

            @Schema(description = "Better plans found.") int improvements,

            @Nullable @Schema(description = "When the first plan with every passage was there.")
            Integer completeMillis,

            int elapsedMillis,

            @Nullable
            @Schema(
                    description = "Conflicts, passages without a place, and what makes it less good.",
                    examples = "0hard/0medium/-2310soft")
            String score) {

        static Progress of(Schedule s, Instant now) {
            Schedule.Progress p = s.progress();
            return new Progress(
                    s.state(now),
                    p.placed(),
                    s.passages(),
                    p.improvements(),
                    p.completeMillis(),
                    p.elapsedMillis(),
                    p.score());
        }
    }

    /** Something that is wrong with the plan as things are now. */
    @Schema(name = "ScheduleProblem")
    record ProblemView(
            @Nullable @Schema(examples = "R55") String rule,
            String message,

            @Schema(description = "The passages.") List<UUID> passageIds) {}

    /** A juror who sits. */
    @Schema(name = "ScheduleJuror")
    record JurorView(
            UUID id, @Schema(examples = "FICTIF Juré") String name) {}

    /** How long a juror sits. */
    @Schema(name = "ScheduleLoad")
    record LoadView(UUID jurorId, String name, int passages, int minutes) {}

    /** How long candidates wait. */
    @Schema(name = "ScheduleWaiting")
    record WaitingView(int meanMinutes, int mostMinutes) {}

    /** One candidate in one event. */
    @Schema(name = "Passage")
    record PassageView(
            UUID id,
            int version,
            UUID enrolmentId,

            @Nullable @Schema(description = "Null when the enrolment is not expected any more.")
            UUID candidateId,

            @Nullable @Schema(examples = "FICTIF Alpha") String candidateName,
            @Schema(examples = "MSP") String eventCode,
            @Nullable String eventLabel,

            @Schema(description = "With the extra time.") int minutes,

            @Nullable @Schema(description = "Extra time in percent, without its reason.")
            Integer extraTimePercent,

            @Nullable @Schema(description = "Null, like the end and the room, while it has no place.")
            Instant startsAt,

            @Nullable Instant endsAt,
            @Nullable UUID roomId,
            @Nullable @Schema(examples = "Salle 12") String roomName,
            List<JurorView> jurors,

            @Schema(description = "Numbers of the actors who play in it, for a simulation.")
            List<Integer> actors,

            @Schema(description = "Set by hand: it stays where it is when the schedule is solved again.")
            boolean pinned) {

        String tag() {
            return EntityTags.of("passage", id, version);
        }
    }

    String tag() {
        return EntityTags.of("schedule", this);
    }
}
