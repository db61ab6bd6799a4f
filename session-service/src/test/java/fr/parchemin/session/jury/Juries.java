package fr.parchemin.session.jury;

import fr.parchemin.session.Titles;
import fr.parchemin.session.approval.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds juries for the tests of rules: accredited from 2025 to the end of validity, charter accepted. */
final class Juries {

    static final UUID ONE = new UUID(0, 1);
    static final UUID TWO = new UUID(0, 2);
    static final UUID THREE = new UUID(0, 3);
    static final UUID SEAT = new UUID(0, 9);
    static final Period ACCREDITED = new Period(LocalDate.of(2025, 1, 1), Titles.END);

    private Juries() {}

    static JuryFacts.Member member(UUID id, List<Period> accreditations, @Nullable LocalDate charter) {
        return new JuryFacts.Member(id, "Fictif", "Juré", accreditations, charter);
    }

    static JuryFacts.Member member(UUID id) {
        return member(id, List.of(ACCREDITED), LocalDate.of(2027, 1, 4));
    }

    /** A jury of the first {@code size} of three. */
    static JuryFacts of(int size, @Nullable Set<UUID> present, Set<UUID> excluded) {
        List<JuryFacts.Member> members = new ArrayList<>();
        for (UUID id : List.of(ONE, TWO, THREE).subList(0, size)) {
            members.add(member(id));
        }
        return of(members, present, excluded, "Fictif Responsable");
    }

    static JuryFacts of(
            List<JuryFacts.Member> members, @Nullable Set<UUID> present, Set<UUID> excluded, String manager) {
        return new JuryFacts(
                "RNCP37722",
                Titles.END,
                LocalDate.of(2027, 3, 8),
                LocalDate.of(2027, 3, 9),
                LocalDate.of(2027, 3, 8),
                manager,
                members,
                present,
                List.of(new JuryFacts.Seat(SEAT, "Fictif", "Usuel", List.of("Alpha", "Bêta"), excluded)));
    }

    /** Of a three-letter text such as {@code 1-3} the jurors one and three. */
    static Set<UUID> jurors(@Nullable String numbers) {
        return numbers == null
                ? Set.of()
                : numbers.chars()
                        .filter(Character::isDigit)
                        .mapToObj(c -> new UUID(0, c - '0'))
                        .collect(java.util.stream.Collectors.toSet());
    }
}
