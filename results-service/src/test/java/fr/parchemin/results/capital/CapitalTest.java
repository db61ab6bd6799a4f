package fr.parchemin.results.capital;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.results.capital.Fact.Cause;
import fr.parchemin.results.capital.Fact.Correspondence;
import fr.parchemin.results.capital.Fact.Gain;
import fr.parchemin.results.capital.Fact.Kind;
import fr.parchemin.results.capital.Fact.Scope;
import fr.parchemin.results.capital.Fact.Undone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a candidate holds, by hand and in any order. Titles and decisions are invented. */
class CapitalTest {

    private static final String OLD = "RNCP90001";
    private static final String NEW = "RNCP90002";
    private static final Map<String, Version> VERSIONS = Map.of(
            OLD,
                    new Version(
                            OLD,
                            "Titre fictif, ancien",
                            List.of(OLD + "BC01", OLD + "BC02", OLD + "BC03"),
                            LocalDate.of(2027, 1, 31),
                            null),
            NEW,
                    new Version(
                            NEW,
                            "Titre fictif, révisé",
                            List.of(NEW + "BC01", NEW + "BC02", NEW + "BC03"),
                            LocalDate.of(2032, 1, 31),
                            LocalDate.of(2032, 6, 30)));

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    private static Gain block(long record, String code, int day) {
        return new Gain(
                id(record * 100 + code.charAt(code.length() - 1)),
                Kind.BLOCK,
                code.substring(0, 9),
                1,
                code,
                day(day),
                id(record),
                id(record + 1000),
                null,
                Set.of());
    }

    private static Gain title(long record, String certification, int day, String... restsOn) {
        return new Gain(
                id(record * 100),
                Kind.TITLE,
                certification,
                1,
                null,
                day(day),
                id(record),
                id(record + 1000),
                null,
                Set.of(restsOn));
    }

    private static Undone annulled(long record, int day) {
        return new Undone(id(record + 5000), Scope.SESSION, id(record + 1000), Cause.ANNULLED, "annulée", day(day));
    }

    private static Correspondence row(long number, List<String> from, List<String> to) {
        return new Correspondence(id(number + 9000), OLD, from, NEW, to, day(200), "arrêté fictif");
    }

    private static List<String> blocksOf(String certification) {
        return Objects.requireNonNull(VERSIONS.get(certification)).blocks();
    }

    private static Capital of(Fact... facts) {
        return Capital.of(List.of(facts), VERSIONS, CapitalTerms.standard());
    }

    @Test
    void addsUpBlocksAndLeavesTheFinalInterviewPending() {
        Capital capital = of(block(1, OLD + "BC01", 10), block(2, OLD + "BC02", 20));
        assertThat(capital.towards(OLD)).hasValueSatisfying(s -> {
            assertThat(s.codes()).containsExactly(OLD + "BC01", OLD + "BC02");
            assertThat(s.missing()).containsExactly(OLD + "BC03");
            assertThat(s.finalInterviewPending()).isFalse();
            assertThat(s.countsUntil()).isEqualTo(LocalDate.of(2028, 1, 31));
        });
        capital = of(block(1, OLD + "BC01", 10), block(2, OLD + "BC02", 20), block(3, OLD + "BC03", 30));
        assertThat(capital.towards(OLD)).hasValueSatisfying(s -> {
            assertThat(s.missing()).isEmpty();
            assertThat(s.finalInterviewPending()).isTrue();
        });
    }

    @Test
    void saysSinceWhenABlockIsHeldHoweverItWasFirst() {
        Gain granted = new Gain(id(7), Kind.BLOCK, OLD, null, OLD + "BC01", day(10), null, null, id(8), Set.of());
        Gain whole = new Gain(id(9), Kind.TITLE, OLD, null, null, day(40), null, null, id(10), Set.of());
        Capital capital = of(
                granted,
                block(1, OLD + "BC01", 20),
                block(2, OLD + "BC02", 30),
                block(3, OLD + "BC02", 25),
                annulled(3, 50),
                whole,
                row(1, List.of(OLD + "BC01"), List.of(NEW + "BC01")));
        assertThat(capital.since(OLD + "BC01")).hasValue(day(10));
        assertThat(capital.since(OLD + "BC02")).hasValue(day(30));
        assertThat(capital.since(OLD + "BC03")).hasValue(day(40));
        assertThat(capital.since(NEW + "BC01")).isEmpty();
    }

    @Test
    void countsUntilTheRegistersOwnDayWhereItNamesOne() {
        assertThat(of(block(1, NEW + "BC01", 10)).towards(NEW).orElseThrow().countsUntil())
                .isEqualTo(LocalDate.of(2032, 6, 30));
        assertThat(Capital.of(List.of(block(1, NEW + "BC01", 10)), VERSIONS, new CapitalTerms("P2Y", false, false))
                        .towards(NEW)
                        .orElseThrow()
                        .countsUntil())
                .isEqualTo(LocalDate.of(2034, 1, 31));
    }

    @Test
    void recognisesOnlyWhatARowNamesAndOnlyWholly() {
        // Two old blocks for one new one, and one old block for two new ones (n to m).
        Correspondence twoForOne = row(1, List.of(OLD + "BC01", OLD + "BC02"), List.of(NEW + "BC01"));
        Correspondence oneForTwo = row(2, List.of(OLD + "BC03"), List.of(NEW + "BC02", NEW + "BC03"));
        assertThat(of(block(1, OLD + "BC01", 10)).towards(NEW)).isEmpty();
        assertThat(of(block(1, OLD + "BC01", 10), twoForOne, oneForTwo).towards(NEW))
                .isEmpty();
        Capital capital = of(block(1, OLD + "BC01", 10), block(2, OLD + "BC02", 20), twoForOne, oneForTwo);
        assertThat(capital.towards(NEW)).hasValueSatisfying(s -> {
            assertThat(s.missing()).containsExactly(NEW + "BC02", NEW + "BC03");
            assertThat(s.blocks()).singleElement().satisfies(h -> {
                assertThat(h.by()).isEqualTo(Capital.By.CORRESPONDENCE);
                assertThat(h.from()).containsExactly(OLD + "BC01", OLD + "BC02");
                assertThat(h.since()).isEqualTo(day(200));
                assertThat(h.under()).isEqualTo(OLD);
                assertThat(h.reference()).isEqualTo("arrêté fictif");
            });
        });
        assertThat(of(block(1, OLD + "BC03", 10), twoForOne, oneForTwo)
                        .towards(NEW)
                        .orElseThrow()
                        .codes())
                .containsExactly(NEW + "BC02", NEW + "BC03");
    }

    @Test
    void followsOneRowByAnotherOnlyWhereToldTo() {
        Map<String, Version> three =
                Map.of("RNCP90003", new Version("RNCP90003", "Troisième", List.of("RNCP90003BC01"), null, null));
        List<Fact> facts = List.of(
                block(1, OLD + "BC01", 10),
                row(1, List.of(OLD + "BC01"), List.of(NEW + "BC01")),
                new Correspondence(
                        id(9100),
                        NEW,
                        List.of(NEW + "BC01"),
                        "RNCP90003",
                        List.of("RNCP90003BC01"),
                        day(300),
                        "suite"));
        assertThat(Capital.of(facts, three, CapitalTerms.standard()).towards("RNCP90003"))
                .isEmpty();
        assertThat(Capital.of(facts, three, new CapitalTerms("P1Y", true, true))
                        .towards("RNCP90003")
                        .orElseThrow()
                        .blocks())
                .singleElement()
                .satisfies(h -> assertThat(h.from()).containsExactly(OLD + "BC01"));
    }

    @Test
    void takesATitleBackWithTheBlockItStoodOn() {
        List<Fact> facts = new ArrayList<>(List.of(
                block(1, OLD + "BC01", 10),
                block(2, OLD + "BC02", 20),
                block(3, OLD + "BC03", 30),
                title(3, OLD, 30, OLD + "BC01", OLD + "BC02", OLD + "BC03"),
                annulled(1, 40)));
        Capital capital = Capital.of(facts, VERSIONS, CapitalTerms.standard());
        assertThat(capital.towards(OLD)).hasValueSatisfying(s -> {
            assertThat(s.titleGain()).isNull();
            assertThat(s.missing()).containsExactly(OLD + "BC01");
            assertThat(s.lapses()).extracting(Capital.Lapse::cause).containsExactly(Cause.ANNULLED, Cause.GROUND_LOST);
            assertThat(s.lapses().getLast().reason())
                    .isEqualTo("The title stood on RNCP90001BC01, which no longer counts: annulée");
            assertThat(s.lapses().getLast().on()).isEqualTo(day(40));
        });
        // Obtained a second time before the title: it stands. After it: it does not.
        facts.add(block(4, OLD + "BC01", 25));
        assertThat(Capital.of(facts, VERSIONS, CapitalTerms.standard())
                        .towards(OLD)
                        .orElseThrow()
                        .titleGain())
                .isNotNull();
        facts.set(facts.size() - 1, block(4, OLD + "BC01", 50));
        Capital.Standing late = Capital.of(facts, VERSIONS, CapitalTerms.standard())
                .towards(OLD)
                .orElseThrow();
        assertThat(late.titleGain()).isNull();
        assertThat(late.finalInterviewPending()).isTrue();
    }

    @Test
    void keepsATitleWhateverBecomesOfACorrespondence() {
        Correspondence row = row(1, List.of(OLD + "BC01"), List.of(NEW + "BC01"));
        Gain title = title(3, NEW, 230, OLD + "BC01", NEW + "BC02", NEW + "BC03");
        List<Fact> facts = List.of(
                block(1, OLD + "BC01", 10), block(2, NEW + "BC02", 210), block(3, NEW + "BC03", 230), row, title);
        List<Fact> revoked = Stream.concat(
                        facts.stream(),
                        Stream.of(new Undone(
                                id(7000), Scope.CORRESPONDENCE, row.id(), Cause.REVOKED, "abrogée", day(400))))
                .toList();
        for (List<Fact> some : List.of(facts, revoked)) {
            assertThat(Capital.of(some, VERSIONS, CapitalTerms.standard())
                            .towards(NEW)
                            .orElseThrow()
                            .titleGain())
                    .isEqualTo(title);
        }
    }

    @Test
    void givesTheSameInAnyOrderOfArrival() {
        long seed = 20260401L;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Fact> facts = randomFacts(random);
            CapitalTerms terms = new CapitalTerms("P1Y", random.nextBoolean(), random.nextBoolean());
            Capital expected = Capital.of(facts, VERSIONS, terms);
            for (int shuffle = 0; shuffle < 5; shuffle++) {
                List<Fact> arrived = new ArrayList<>(facts);
                // Some are delivered twice.
                facts.stream().filter(f -> random.nextInt(4) == 0).forEach(arrived::add);
                Collections.shuffle(arrived, random);
                assertThat(Capital.of(arrived, VERSIONS, terms))
                        .as("seed %d, round %d, facts %s", seed, round, facts)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void neverLosesABlockByWhatComesLaterAndUndoesNothing() {
        long seed = 20260402L;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Fact> facts = randomFacts(random);
            Capital before = Capital.of(facts, VERSIONS, CapitalTerms.standard());
            List<Fact> more = new ArrayList<>(facts);
            randomFacts(random).stream().filter(f -> !(f instanceof Undone)).forEach(more::add);
            Capital after = Capital.of(more, VERSIONS, CapitalTerms.standard());
            for (Capital.Standing standing : before.standings()) {
                assertThat(after.towards(standing.certification()).orElseThrow().codes())
                        .as("seed %d, round %d", seed, round)
                        .containsAll(standing.codes());
            }
        }
    }

    private static List<Fact> randomFacts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int records = 1 + random.nextInt(6);
        for (int record = 1; record <= records; record++) {
            String certification = random.nextBoolean() ? OLD : NEW;
            int day = random.nextInt(300);
            List<String> obtained = new ArrayList<>();
            for (String code : blocksOf(certification)) {
                if (random.nextBoolean()) {
                    facts.add(block(record, code, day));
                    obtained.add(code);
                }
            }
            if (random.nextInt(3) == 0) {
                facts.add(title(record, certification, day, some(blocksOf(certification), random)));
            }
            if (random.nextInt(4) == 0) {
                facts.add(annulled(record, random.nextInt(400)));
            }
            if (random.nextInt(5) == 0) {
                facts.add(new Undone(
                        id(record + 6000),
                        Scope.RECORD,
                        id(record),
                        Cause.RECTIFIED,
                        "rectifiée",
                        day(random.nextInt(400))));
            }
            if (random.nextInt(5) == 0 && !obtained.isEmpty()) {
                facts.add(new Undone(
                        id(record + 6500),
                        Scope.GAIN,
                        block(record, obtained.getFirst(), day).id(),
                        Cause.WITHDRAWN,
                        "retirée",
                        day(random.nextInt(400))));
            }
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            Correspondence row = row(i, List.of(some(blocksOf(OLD), random)), List.of(some(blocksOf(NEW), random)));
            facts.add(row);
            if (random.nextInt(4) == 0) {
                facts.add(new Undone(
                        id(7000 + i),
                        Scope.CORRESPONDENCE,
                        row.id(),
                        Cause.REVOKED,
                        "abrogée",
                        day(random.nextInt(400))));
            }
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            facts.add(equivalence(8000 + i, random.nextBoolean() ? OLD : NEW, random));
        }
        return facts;
    }

    private static Gain equivalence(long number, String certification, Random random) {
        List<String> blocks = blocksOf(certification);
        @Nullable String code = random.nextInt(4) == 0 ? null : blocks.get(random.nextInt(blocks.size()));
        return new Gain(
                id(number),
                code == null ? Kind.TITLE : Kind.BLOCK,
                certification,
                null,
                code,
                day(random.nextInt(400)),
                null,
                null,
                id(number + 500),
                Set.of());
    }

    private static String[] some(List<String> of, Random random) {
        return of.stream().filter(c -> random.nextInt(3) > 0).toArray(String[]::new);
    }
}
