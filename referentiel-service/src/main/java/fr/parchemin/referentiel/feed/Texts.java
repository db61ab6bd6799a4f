package fr.parchemin.referentiel.feed;

import fr.parchemin.referentiel.identifier.Normalised;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the feeds write values: dates {@code JJ/MM/AAAA}, booleans {@code Oui} and {@code Non}. Null for anything else. */
final class Texts {

    private static final Pattern DATE = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
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

    static @Nullable LocalDate date(String text) {
        Matcher m = DATE.matcher(trimmed(text));
        if (!m.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
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
