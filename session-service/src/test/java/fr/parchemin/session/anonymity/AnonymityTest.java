package fr.parchemin.session.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.session.rules.Rules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R73. */
class AnonymityTest {

    @Test
    void onlyWhereTheReferenceAsksForIt() {
        assertThat(Rules.faults(new AnonymityRule(), "RNCP37722")).isOne();
        assertThat(Rules.faults(new AnonymityRule(), "RNCP37722", "anonymity.enabled", "true"))
                .isZero();
    }

    @Test
    void everyCandidateHasAnIdentifierOfItsOwnThatTellsNothing() {
        List<UUID> enrolments = Stream.generate(UUID::randomUUID).limit(60).toList();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Anonymity table = new Anonymity(UUID.randomUUID(), "REMN", enrolments, random, Instant.EPOCH, "x");
        List<Anonymity.Assigned> assigned = table.assigned();
        assertThat(assigned)
                .extracting(Anonymity.Assigned::enrolmentId)
                .containsExactlyInAnyOrderElementsOf(enrolments);
        assertThat(assigned)
                .extracting(Anonymity.Assigned::identifier)
                .doesNotHaveDuplicates()
                .allMatch(i -> i.matches("REMN-P\\d{2}-\\d{3}"));
        assertThat(assigned.stream().map(a -> a.identifier().substring(9)).sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 60).mapToObj("%03d"::formatted).toList());
        assertThat(assigned).extracting(Anonymity.Assigned::enrolmentId).isNotEqualTo(enrolments);
    }
}
