package fr.parchemin.session.planning;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countDistinct;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.max;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.min;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.toConnectedRanges;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;
import static ai.timefold.solver.core.api.score.stream.Joiners.overlapping;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/**
 * What a plan must keep (hard), what it should hold (medium: every passage) and what makes it good (soft). What concerns one
 * passage alone, opening hours, breaks, recusals, rooms and jurors taken elsewhere, is kept by leaving such seats out.
 * Public for the solver alone.
 */
public class TimetableConstraints implements ConstraintProvider {

    /** A candidate who comes on one more day counts like so many minutes of waiting. */
    private static final int ANOTHER_DAY = 240;
    /** A candidate who is judged by one more team counts like so many minutes of waiting. */
    private static final int ANOTHER_TEAM = 60;
    /** Passages further out of order than this weigh no more. */
    private static final int FAR = 240;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            noCandidateTwiceAtOnce(factory),
            noJurorTwiceAtOnce(factory),
            noRoomTwiceAtOnce(factory),
            eventsInOrder(factory),
            noActorTwiceAtOnce(factory),
            everyPassageHasASeat(factory),
            shortWaiting(factory),
            oneDay(factory),
            sameJurors(factory),
            evenLoad(factory)
        };
    }

    private static Constraint noCandidateTwiceAtOnce(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        Passage.class, equal(Passage::examinee), overlapping(Passage::start, Passage::end))
                .penalize(HardMediumSoftScore.ONE_HARD, Passage::overlap)
                .asConstraint("no candidate twice at once");
    }

    private static Constraint noJurorTwiceAtOnce(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        Passage.class,
                        equal(Passage::day),
                        overlapping(Passage::start, Passage::end),
                        filtering((a, b) -> a.team().shares(b.team())))
                .penalize(HardMediumSoftScore.ONE_HARD, Passage::overlap)
                .asConstraint("no juror twice at once");
    }

    private static Constraint noRoomTwiceAtOnce(ConstraintFactory factory) {
        return factory.forEachUniquePair(
                        Passage.class,
                        equal(Passage::day),
                        equal(Passage::room),
                        overlapping(Passage::start, Passage::end))
                .penalize(HardMediumSoftScore.ONE_HARD, Passage::overlap)
                .asConstraint("no room twice at once");
    }

    private static Constraint eventsInOrder(ConstraintFactory factory) {
        return factory.forEach(Passage.class)
                .join(
                        Passage.class,
                        equal(Passage::examinee),
                        filtering((later, earlier) -> later.comesAfter(earlier) && later.start() < earlier.end()))
                .penalize(
                        HardMediumSoftScore.ONE_HARD, (later, earlier) -> Math.min(FAR, earlier.end() - later.start()))
                .asConstraint("events in order");
    }

    private static Constraint noActorTwiceAtOnce(ConstraintFactory factory) {
        return factory.forEach(Passage.class)
                .filter(Passage::simulation)
                .groupBy(Passage::day, toConnectedRanges(p -> (long) p.start(), p -> (long) p.end()))
                .flattenLast(chain -> chain.getConnectedRanges())
                .join(
                        Timetable.Means.class,
                        filtering((day, range, means) -> range.getMaximumOverlap() > means.simulations()))
                .penalize(
                        HardMediumSoftScore.ONE_HARD,
                        (day, range, means) -> (range.getMaximumOverlap() - means.simulations()) * FAR)
                .asConstraint("no actor twice at once");
    }

    private static Constraint everyPassageHasASeat(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Passage.class)
                .filter(p -> p.seat() == null)
                .penalize(HardMediumSoftScore.ONE_MEDIUM)
                .asConstraint("every passage has a seat");
    }

    private static Constraint shortWaiting(ConstraintFactory factory) {
        return factory.forEach(Passage.class)
                .groupBy(Passage::examinee, Passage::day, min(Passage::start), max(Passage::end))
                .penalize(HardMediumSoftScore.ONE_SOFT, (examinee, day, first, last) -> last - first)
                .asConstraint("short waiting");
    }

    private static Constraint oneDay(ConstraintFactory factory) {
        return factory.forEach(Passage.class)
                .groupBy(Passage::examinee, countDistinct(Passage::day))
                .penalize(HardMediumSoftScore.ofSoft(ANOTHER_DAY), (examinee, days) -> days - 1)
                .asConstraint("one day");
    }

    private static Constraint sameJurors(ConstraintFactory factory) {
        return factory.forEach(Passage.class)
                .groupBy(Passage::examinee, countDistinct(Passage::team))
                .penalize(HardMediumSoftScore.ofSoft(ANOTHER_TEAM), (examinee, teams) -> teams - 1)
                .asConstraint("same jurors");
    }

    /** The squares of the loads: the sum is least when all are the same. */
    private static Constraint evenLoad(ConstraintFactory factory) {
        return factory.forEach(Passage.class)
                .join(Timetable.Member.class, filtering((passage, member) -> member.of(passage.team())))
                .groupBy((passage, member) -> member, sum((passage, member) -> passage.minutes()))
                .join(Timetable.Means.class)
                .penalize(HardMediumSoftScore.ONE_SOFT, (member, load, means) ->
                        (int) ((long) load * load * 4 / Math.max(1, means.evenLoad())))
                .asConstraint("even load");
    }
}
