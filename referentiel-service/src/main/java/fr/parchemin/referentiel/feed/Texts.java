package fr.parchemin.referentiel.feed;

import fr.parchemin.referentiel.identifier.Normalised;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the feeds write values: dates {@code JJ/MM/AAAA}, booleans {@code Oui} and {@code Non}. Null for anything else. */
final class Texts {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Texts() {}

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Normalised.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Without white space of any kind around it. */
    static String trimmed(String text) {
        return Normalised.trimmed(text);
    }

    /** Without what XML 1.0 cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
    static String inXml(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isXml(text.codePointAt(i))) {
                StringBuilder held = new StringBuilder(text.length());
                text.codePoints().filter(Texts::isXml).forEach(held::appendCodePoint);
                return held.toString();
            }
        }
        return text;
    }

    private static boolean isXml(int c) {
        return c < ' '
                ? c == '\t' || c == '\n' || c == '\r'
                : c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF);
    }

    static @Nullable LocalDate date(String text) {
        String day = trimmed(text);
        if (day.length() != "JJ/MM/AAAA".length() || day.charAt(2) != '/' || day.charAt(5) != '/') {
            return null;
        }
        try {
            return LocalDate.of(digits(day, 6, 10), digits(day, 3, 5), digits(day, 0, 2));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number of digits alone, or one that no day, month or year of four digits has. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MAX_VALUE;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    static @Nullable Boolean yesNo(String text) {
        return switch (trimmed(text).toLowerCase(Locale.ROOT)) {
            case "oui" -> Boolean.TRUE;
            case "non" -> Boolean.FALSE;
            default -> null;
        };
    }

    static @Nullable Long whole(String text) {
        String digits = trimmed(text);
        return NUMBER.matcher(digits).matches() ? Long.valueOf(digits) : null;
    }

    static @Nullable Integer number(String text) {
        Long whole = whole(text);
        return whole == null || whole > Integer.MAX_VALUE ? null : Integer.valueOf(whole.intValue());
    }

    static String date(LocalDate date) {
        return "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    static String yesNo(boolean value) {
        return value ? "Oui" : "Non";
    }
}
