package fr.parchemin.session.candidate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether two records are likely one person: the duplicates that R28 and R102 would overlook when a name was typed twice in
 * two ways. Birth name, first names and birth date must each be the same or close; then each trait has a weight, and the sum
 * decides. A person decides in the end: nothing is ever merged by this.
 */
final class SamePersonPolicy {

    /** From this sum of weights on; two close traits need the place and the sex to agree. */
    private static final int LIKELY = 9;

    /** Jaro and Winkler's similarity from which two names are close: one letter of six, two of twelve. */
    private static final double CLOSE = 0.88;

    private enum Agreement {
        SAME,
        CLOSE,
        DIFFERENT
    }

    private SamePersonPolicy() {}

    /** How they compare when they are likely one person, nothing otherwise. */
    static Optional<Likeness> compare(CivilTraits a, CivilTraits b) {
        Map<Trait, Agreement> found = new EnumMap<>(Trait.class);
        found.put(Trait.BIRTH_NAME, birthNames(a, b));
        found.put(Trait.FIRST_NAMES, firstNames(a.firstKeys(), b.firstKeys()));
        found.put(Trait.BORN_ON, days(a.bornOn(), b.bornOn()));
        found.put(Trait.SEX, a.sex() == b.sex() ? Agreement.SAME : Agreement.DIFFERENT);
        found.put(Trait.BIRTH_PLACE, places(a, b));
        boolean comparable = found.get(Trait.BIRTH_NAME) != Agreement.DIFFERENT
                && found.get(Trait.FIRST_NAMES) != Agreement.DIFFERENT
                && found.get(Trait.BORN_ON) != Agreement.DIFFERENT;
        int sum = found.entrySet().stream()
                .mapToInt(e -> weight(e.getKey(), e.getValue()))
                .sum();
        return comparable && sum >= LIKELY
                ? Optional.of(new Likeness(
                        traits(found, Agreement.SAME),
                        traits(found, Agreement.CLOSE),
                        traits(found, Agreement.DIFFERENT)))
                : Optional.empty();
    }

    private static int weight(Trait trait, Agreement agreement) {
        return switch (trait) {
            case BIRTH_NAME, FIRST_NAMES -> weight(agreement, 3, 2, 0);
            case BORN_ON -> weight(agreement, 4, 2, 0);
            case SEX -> weight(agreement, 1, 0, -2);
            case BIRTH_PLACE -> weight(agreement, 2, 0, -1);
        };
    }

    private static int weight(Agreement agreement, int same, int close, int different) {
        return switch (agreement) {
            case SAME -> same;
            case CLOSE -> close;
            case DIFFERENT -> different;
        };
    }

    /** A name of use taken for the name of birth is the commonest mistake of all. */
    private static Agreement birthNames(CivilTraits a, CivilTraits b) {
        if (a.birthKey().equals(b.birthKey())) {
            return Agreement.SAME;
        }
        boolean crossed = a.birthKey().equals(b.usageKey()) || b.birthKey().equals(a.usageKey());
        return crossed || areClose(a.birthKey(), b.birthKey()) ? Agreement.CLOSE : Agreement.DIFFERENT;
    }

    /**
     * The shorter list of first names must be found in the longer one: one document has all of them, another the first.
     * Where both have further names and these differ, the people do.
     */
    private static Agreement firstNames(List<String> a, List<String> b) {
        List<String> few = a.size() <= b.size() ? a : b;
        List<String> all = a.size() <= b.size() ? b : a;
        if (few.equals(all.subList(0, few.size()))) {
            return Agreement.SAME;
        }
        List<String> left = new ArrayList<>(all);
        for (String name : few) {
            Optional<String> match = left.stream()
                    .filter(n -> n.equals(name) || areClose(n, name))
                    .findFirst();
            if (match.isEmpty()) {
                return joined(a).equals(joined(b)) ? Agreement.SAME : Agreement.DIFFERENT;
            }
            left.remove(match.get());
        }
        return Agreement.CLOSE;
    }

    /** Jean Pierre in two names and Jean-Pierre in one. */
    private static String joined(List<String> names) {
        return String.join("", names);
    }

    private static Agreement days(LocalDate a, LocalDate b) {
        if (a.equals(b)) {
            return Agreement.SAME;
        }
        return a.equals(swapped(b)) || differentDigits(a.toString(), b.toString()) == 1
                ? Agreement.CLOSE
                : Agreement.DIFFERENT;
    }

    /** Month and day in each other's place, null where that is no date. */
    private static @Nullable LocalDate swapped(LocalDate day) {
        try {
            return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int differentDigits(String a, String b) {
        if (a.length() != b.length()) {
            return a.length();
        }
        int count = 0;
        for (int i = 0; i < a.length(); i++) {
            count += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return count;
    }

    /** A code that is missing says nothing; then the names of the places do. */
    private static Agreement places(CivilTraits a, CivilTraits b) {
        boolean known = a.placeInsee() != null && b.placeInsee() != null;
        boolean same = known ? java.util.Objects.equals(a.placeInsee(), b.placeInsee()) : false;
        if (same || a.placeKey().equals(b.placeKey())) {
            return Agreement.SAME;
        }
        return known || !areClose(a.placeKey(), b.placeKey()) ? Agreement.DIFFERENT : Agreement.CLOSE;
    }

    private static List<Trait> traits(Map<Trait, Agreement> found, Agreement wanted) {
        return found.entrySet().stream()
                .filter(e -> e.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean areClose(String a, String b) {
        return similarity(a, b) >= CLOSE;
    }

    /** Jaro's similarity with Winkler's bonus for up to four first letters in common; 1 for equal texts. */
    static double similarity(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] taken = new boolean[b.length()];
        StringBuilder inA = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - reach); j <= Math.min(b.length() - 1, i + reach); j++) {
                if (!taken[j] && a.charAt(i) == b.charAt(j)) {
                    taken[j] = true;
                    inA.append(a.charAt(i));
                    break;
                }
            }
        }
        if (inA.isEmpty()) {
            return 0;
        }
        int displaced = 0;
        int seen = 0;
        for (int j = 0; j < b.length(); j++) {
            if (taken[j]) {
                displaced += b.charAt(j) == inA.charAt(seen++) ? 0 : 1;
            }
        }
        double common = inA.length();
        double jaro = (common / a.length() + common / b.length() + (common - displaced / 2.0) / common) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
