package fr.parchemin.referentiel.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which two ways of writing the same thing are equal. Stored texts are never changed by it. */
public final class Normalised {

    /** White space of every kind: {@code \s} alone would leave the no-break spaces of the feeds. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Z}.\\-]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    /** Private-use characters: bullets of symbol fonts that pasted texts bring along. */
    private static final Pattern PRIVATE_USE = Pattern.compile("\\p{Co}");

    private Normalised() {}

    /** A code as entered by a person or found in a file: no space, dot or hyphen, upper case. */
    public static String code(String raw) {
        return SEPARATOR.matcher(raw).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** A text for comparison: composed (NFC), straight apostrophes, single spaces, no bullet of a symbol font. */
    public static String text(String raw) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        String straight = composed.replace('\u2019', '\'').replace('\u2018', '\'');
        return spaced(PRIVATE_USE.matcher(straight).replaceAll(" "));
    }

    /** A text for searching: as {@link #text}, without accents and ligatures, in lower case. */
    public static String search(String raw) {
        String decomposed = Normalizer.normalize(text(raw), Normalizer.Form.NFD);
        String plain = MARK.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.replace("œ", "oe").replace("æ", "ae");
    }

    private static String spaced(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
