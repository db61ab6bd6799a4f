package fr.parchemin.results.award;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers of awards: {@code PAR-2026-7K3MX9QD-F}. The year of the award, forty random bits that nobody can guess, and a
 * check character that catches any single wrong character and any swap of neighbours (ISO/IEC 7064, MOD 37-2 style sum
 * over the alphabet of Crockford's base 32).
 */
public final class AwardNumbers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = ALPHABET + "*~$=U";
    private static final int PRIME = 37;
    private static final int RANDOM_LENGTH = 8;
    private static final Pattern SHAPE =
            Pattern.compile("PAR-\\d{4}-[" + ALPHABET + "]{" + RANDOM_LENGTH + "}-[0-9A-HJKMNP-TV-Z*~$=U]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private AwardNumbers() {}

    /** A new number for an award of this year. */
    public static String next(int year) {
        StringBuilder number = new StringBuilder("PAR-%04d-".formatted(year));
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.append('-').append(check(number.toString())).toString();
    }

    /** What somebody typed, in the form in which numbers are kept: no blanks, capitals, and O, I and L as 0 and 1. */
    public static String normalise(String typed) {
        String upper = typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        return upper.startsWith("PAR-")
                ? "PAR-"
                        + upper.substring(4).replace('O', '0').replace('I', '1').replace('L', '1')
                : upper;
    }

    /** Whether a normalised number has the shape and the check character of one of ours. */
    public static boolean wellFormed(String number) {
        return SHAPE.matcher(number).matches()
                && number.charAt(number.length() - 1) == check(number.substring(0, number.length() - 2));
    }

    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value >= 0) {
                sum = (sum + value) * 2 % PRIME;
            }
        }
        return CHECK_ALPHABET.charAt((PRIME + 1 - sum) % PRIME);
    }
}
