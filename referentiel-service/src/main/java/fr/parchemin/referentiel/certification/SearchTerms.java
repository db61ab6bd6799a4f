package fr.parchemin.referentiel.certification;

import static java.util.stream.Collectors.joining;

import fr.parchemin.referentiel.identifier.CertificationNumber;
import fr.parchemin.referentiel.identifier.Normalised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a search asks for.
 *
 * @param words all must be found; of several in one place, one is enough
 * @param numbers certifications that the search may name
 */
record SearchTerms(List<List<String>> words, List<String> numbers) {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final int MOST_WORDS = 20;
    private static final int SHORTEST_TYPO = 3;

    /** Words so frequent that PostgreSQL skips them with their accents, and would search for them without. */
    private static final Set<String> WITHOUT_MEANING = Set.of("a", "meme", "ete", "etes");

    static SearchTerms of(String entered) {
        List<List<String>> words = Arrays.stream(Normalised.words(entered).split(" "))
                .filter(w -> !w.isEmpty() && !WITHOUT_MEANING.contains(w))
                .distinct()
                .limit(MOST_WORDS)
                .map(List::of)
                .toList();
        return new SearchTerms(words, numbers(Normalised.code(entered)));
    }

    /** As PostgreSQL reads it ({@code to_tsquery}). The words are letters and digits, so nothing has to be escaped. */
    String query() {
        return words.stream()
                .map(near -> near.stream().map(w -> "'" + w + "'").collect(joining(" | ", "(", ")")))
                .collect(joining(" & "));
    }

    /** Any of the words, to mark them. */
    String anyWord() {
        return words.stream().flatMap(List::stream).map(w -> "'" + w + "'").collect(joining(" | "));
    }

    /** Words of which another spelling may be meant. Digits are codes, and the nearest code is another thing. */
    List<String> correctable() {
        return words.stream()
                .map(List::getFirst)
                .filter(w -> w.length() >= SHORTEST_TYPO && !DIGIT.matcher(w).find())
                .toList();
    }

    /** The same search with other spellings of some words. */
    SearchTerms with(Map<String, List<String>> spellings) {
        List<List<String>> corrected = new ArrayList<>();
        words.forEach(near -> corrected.add(spellings.getOrDefault(near.getFirst(), near)));
        return new SearchTerms(corrected, numbers);
    }

    private static List<String> numbers(String code) {
        return Stream.of(code, "RNCP" + code, "RS" + code)
                .filter(n -> n.equals(code)
                        ? CertificationNumber.isValid(n)
                        : DIGITS.matcher(code).matches())
                .toList();
    }
}
