package fr.parchemin.referentiel.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of an establishment (14 digits: the SIREN of the company and 5 more). Checked by Luhn's sum; establishments of
 * La Poste may have a digit sum that is a multiple of 5 instead.
 */
public record Siret(String value) {

    private static final int LENGTH = 14;
    private static final Pattern SIRET = Pattern.compile("[0-9]{14}");
    private static final Pattern SIREN = Pattern.compile("[0-9]{9}");

    /** One or two zeros were lost, not five: zeros leave Luhn's sum as it is, so every SIREN would become somebody's SIRET. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9]{12,13}");

    private static final String LA_POSTE = "356000000";

    public Siret {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a SIRET: " + value);
        }
    }

    /** Whether shape and check sum hold. */
    public static boolean isValid(String text) {
        return SIRET.matcher(text).matches()
                && (luhn(text) % 10 == 0 || (text.startsWith(LA_POSTE) && digitSum(text) % 5 == 0));
    }

    /** Whether a company number (9 digits) has the right shape and check sum. */
    public static boolean isValidSiren(String text) {
        return SIREN.matcher(text).matches() && luhn(text) % 10 == 0;
    }

    /**
     * The number as a feed writes it: separators gone, leading zeros that a spreadsheet dropped put back. What is no SIRET
     * at all comes back as it was, without the white space around it: real data have such values and lose nothing here.
     */
    public static String ofFeed(String raw) {
        String code = Normalised.code(raw);
        String padded = SHORTENED.matcher(code).matches() ? "0".repeat(LENGTH - code.length()) + code : code;
        return isValid(padded) ? padded : Normalised.text(raw);
    }

    /**
     * What a reader of a feed should be told about {@link #ofFeed}: that it is no SIRET, or that digits were put back.
     *
     * @param raw as the feed writes it
     */
    public static Optional<String> remark(String raw, String siret) {
        if (!isValid(siret)) {
            return Optional.of(siret + " is not a SIRET");
        }
        String code = Normalised.code(raw);
        return code.equals(siret) ? Optional.empty() : Optional.of(code + " is read as " + siret);
    }

    /** Luhn's sum: from the right, every second digit counts double, less 9 above 9. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    private static int digitSum(String digits) {
        return digits.chars().map(c -> c - '0').sum();
    }

    @Override
    public String toString() {
        return value;
    }
}
