package fr.parchemin.session.identifier;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shapes of the identifiers that people type here, and how they are normalised before any check. */
public final class Identifiers {

    /** Number of a certification in the registers. */
    public static final String CERTIFICATION = "(RNCP|RS)[1-9][0-9]{0,5}";
    /** Code of a block in the register, or of a complementary certificate. */
    public static final String PART = "RNCP[1-9][0-9]{0,5}(BC|CCS)[0-9]{2}";
    /** Code of a complementary certificate. */
    public static final String COMPLEMENT = "RNCP[1-9][0-9]{0,5}CCS[0-9]{2}";
    /** INSEE code of a commune, of a former one, or of a country as a place of birth (99xxx). */
    public static final String INSEE = "[0-9]{5}|2[AB][0-9]{3}";
    /** ISO 3166-1 alpha-3. */
    public static final String COUNTRY = "[A-Z]{3}";
    /** A name of civil status: letters, apostrophes, hyphens, full stops and spaces. */
    public static final String CIVIL_NAME = "\\p{L}[\\p{L}\\p{M}'’. -]{0,59}";

    /** A reference of the caller's own, which is a segment of a path: without what the gateway lets into none. */
    public static final String EXTERNAL_REF = "(?!\\.{1,2}$)[^/\\\\;%\\x00-\\x1f\\x7f]*";

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00A0\\u202F.-]+");

    private Identifiers() {}

    /** A number made of digits, without the spaces, dots and hyphens that people group it with. */
    public static String digits(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }

    /** The same where there may be none. */
    public static @Nullable String digitsOrNull(@Nullable String text) {
        return text == null ? null : digits(text);
    }

    /** A label or name: composed characters, one space between words, none around. */
    public static String label(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** The same where there may be none; an empty one is none. */
    public static @Nullable String labelOrNull(@Nullable String text) {
        String label = text == null ? "" : label(text);
        return label.isEmpty() ? null : label;
    }
}
