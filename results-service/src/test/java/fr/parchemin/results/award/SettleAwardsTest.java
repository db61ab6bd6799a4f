package fr.parchemin.results.award;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.kit.test.ParcheminTestResource;
import fr.parchemin.results.Rncp37722;
import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.capital.ObtainedBy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Some hundred random lives through the database: what is certified is what counts, in whatever order it came. */
@QuarkusTest
@QuarkusTestResource(ParcheminTestResource.class)
class SettleAwardsTest {

    private static final int LIVES = 150;
    private static final List<String> BLOCKS = List.of(Rncp37722.BC01, Rncp37722.BC02, Rncp37722.BC03);

    @Inject
    KeepCapital capital;

    @Inject
    SettleAwards settle;

    @Inject
    AwardRepository awards;

    /** A record, written down before anything is done. */
    private record Written(int number, LocalDate day, List<String> blocks, boolean title, boolean annulled) {}

    @Test
    void certifiesWhatCountsInWhateverOrderItCame() {
        long seed = 20260404L;
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            List<Written> records = new ArrayList<>();
            for (int r = 0; r < 1 + random.nextInt(5); r++) {
                records.add(new Written(
                        r,
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200)),
                        BLOCKS.stream().filter(b -> random.nextBoolean()).toList(),
                        random.nextInt(4) == 0,
                        random.nextInt(3) == 0));
            }
            Set<String> expected = expected(records);
            List<Written> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            for (List<Written> order : List.of(records, shuffled)) {
                UUID candidate = UUID.randomUUID();
                play(candidate, order, random);
                List<Award> inForce = QuarkusTransaction.requiringNew().call(() -> awards.inForce(Set.of(candidate)));
                assertThat(inForce.stream()
                                .map(a -> String.valueOf(a.blockCode()))
                                .toList())
                        .as("seed %d, life %d, %s", seed, life, order)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Said once more, in the plainest words: a block of any record that stands; a title all of whose blocks did by its day. */
    private static Set<String> expected(List<Written> records) {
        Set<String> expected = new TreeSet<>();
        records.stream().filter(r -> !r.annulled()).forEach(r -> expected.addAll(r.blocks()));
        for (Written title : records) {
            boolean due = BLOCKS.stream().allMatch(b -> records.stream()
                    .anyMatch(r ->
                            !r.annulled() && r.blocks().contains(b) && !r.day().isAfter(title.day())));
            if (title.title() && !title.annulled() && due) {
                expected.add("null");
            }
        }
        return expected;
    }

    private void play(UUID candidate, List<Written> order, Random random) {
        Map<Integer, UUID> sessions = new HashMap<>();
        List<Runnable> later = new ArrayList<>();
        for (Written record : order) {
            UUID session = sessions.computeIfAbsent(record.number(), n -> UUID.randomUUID());
            QuarkusTransaction.requiringNew().run(() -> {
                capital.lock(List.of(candidate));
                Acquisition.Grounds grounds = grounds(candidate, session);
                record.blocks()
                        .forEach(b -> capital.acquire(
                                Acquisition.ofPart(grounds, Fact.Kind.BLOCK, b, "Bloc " + b, record.day())));
                if (record.title()) {
                    capital.acquire(Acquisition.ofTitle(grounds, ObtainedBy.CAPITALISATION, BLOCKS, record.day()));
                }
                settle.settle(Set.of(candidate));
            });
            if (record.annulled()) {
                Runnable annul = () -> QuarkusTransaction.requiringNew().run(() -> {
                    capital.lock(List.of(candidate));
                    capital.undo(
                            Fact.Scope.SESSION,
                            session,
                            Fact.Cause.ANNULLED,
                            "fictive",
                            record.day().plusDays(3),
                            "test");
                    settle.settle(Set.of(candidate));
                });
                if (random.nextBoolean()) {
                    annul.run();
                } else {
                    later.add(annul);
                }
            }
        }
        later.forEach(Runnable::run);
    }

    private static Acquisition.Grounds grounds(UUID candidate, UUID session) {
        return new Acquisition.Grounds(
                candidate,
                1,
                Rncp37722.NUMBER,
                1,
                "Titre",
                "CONTINUING",
                session,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "98222438800016",
                null,
                null);
    }
}
