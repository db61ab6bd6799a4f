package fr.parchemin.referentiel.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which two ways of writing the same thing are equal. Stored texts are never changed by it. */
public final class Normalised {

    /** Private-use characters: bullets of symbol fonts that pasted texts bring along. */
    private static final Pattern PRIVATE_USE = Pattern.compile("\\p{Co}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Normalised() {}

    /** A code as entered by a person or found in a file: no space, dot or hyphen, upper case. */
    public static String code(String raw) {
        StringBuilder code = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!isSpace(c) && c != '.' && c != '-') {
                code.append(c);
            }
        }
        return code.toString().toUpperCase(Locale.ROOT);
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
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> {
                    // An accent.
                }
                default -> plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    }

    /** The words of a text for searching, each parted from the next by one space: what is neither letter nor number parts them. */
    public static String words(String raw) {
        return BETWEEN_WORDS.matcher(search(raw)).replaceAll(" ").strip();
    }

    /** Without white space of any kind around it. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** White space of every kind, the no-break spaces of the feeds too. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                spaced.append(c);
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        return spaced.toString().strip();
    }
}
