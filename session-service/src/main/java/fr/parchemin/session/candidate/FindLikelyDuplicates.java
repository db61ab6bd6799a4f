package fr.parchemin.session.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds records that are likely the same person as another, recorded a second time under another spelling. They are shown,
 * never merged.
 */
@ApplicationScoped
public class FindLikelyDuplicates {

    private final MatchRepository matches;
    private final ReadCandidates read;

    FindLikelyDuplicates(MatchRepository matches, ReadCandidates read) {
        this.matches = matches;
        this.read = read;
    }

    /** Records that are likely the same person as this one, whoever asks: show nothing of them without looking at the scope. */
    @Transactional
    public List<LikelyDuplicate> of(UUID candidateId) {
        return ofAll(Set.of(candidateId));
    }

    /** The same for many at once, in one query. */
    @Transactional
    public List<LikelyDuplicate> ofAll(Collection<UUID> candidateIds) {
        return matches.pairs(candidateIds).stream()
                .flatMap(
                        p -> SamePersonPolicy.compare(p.traits(), p.otherTraits())
                                .map(l -> new LikelyDuplicate(p.asked(), p.other(), l))
                                .stream())
                .toList();
    }

    /** What the caller may know of them: its own ones whole, of all others only that there are some. */
    @Transactional
    public Map<UUID, DuplicatesView> shown(Collection<UUID> candidateIds) {
        List<LikelyDuplicate> found = ofAll(candidateIds);
        Set<UUID> visible = read.visibleAmong(
                found.stream().map(LikelyDuplicate::candidateId).collect(Collectors.toCollection(HashSet::new)));
        return found.stream()
                .collect(Collectors.groupingBy(
                        LikelyDuplicate::of,
                        Collectors.collectingAndThen(
                                Collectors.toList(), likely -> DuplicatesView.of(likely, visible))));
    }

    /** What the caller may know of those of one candidate. */
    @Transactional
    public DuplicatesView shown(UUID candidateId) {
        return shown(Set.of(candidateId)).getOrDefault(candidateId, DuplicatesView.NONE);
    }
}
