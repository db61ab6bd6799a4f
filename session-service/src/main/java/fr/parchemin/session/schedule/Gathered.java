package fr.parchemin.session.schedule;

import fr.parchemin.session.candidate.CandidateView;
import fr.parchemin.session.enrolment.EnrolmentView;
import fr.parchemin.session.planning.Task;
import fr.parchemin.session.room.RoomView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that a schedule is made from, as it is now.
 *
 * @param task without anything fixed; opening hours are those of whole days
 * @param stored passages as they are recorded
 * @param basis fingerprint of what the plan depends on
 */
record Gathered(
        Task task,
        SiteTime time,
        List<StoredPassage> stored,
        String basis,
        Map<UUID, EnrolmentView> enrolments,
        Map<UUID, CandidateView> candidates,
        List<RoomView> rooms) {

    /** The recorded passages that have a place, as the plan knows them. */
    List<Task.Placed> placed() {
        return stored.stream().filter(StoredPassage::placed).map(this::placed).toList();
    }

    Task.Placed placed(StoredPassage p) {
        return new Task.Placed(
                p.enrolmentId(),
                p.eventCode(),
                time.minute(p.start()),
                time.minute(p.end()),
                p.room(),
                p.jurorIds().stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList());
    }

    CandidateView candidate(UUID enrolmentId) {
        EnrolmentView enrolment = enrolments.get(enrolmentId);
        CandidateView candidate = enrolment == null ? null : candidates.get(enrolment.candidateId());
        if (candidate == null) {
            throw new IllegalStateException("enrolment " + enrolmentId + " has no candidate");
        }
        return candidate;
    }
}
