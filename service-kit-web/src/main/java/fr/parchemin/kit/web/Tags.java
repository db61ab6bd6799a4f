package fr.parchemin.kit.web;

import java.util.Arrays;

/** Compares the lists of entity tags in headers. */
final class Tags {

    private Tags() {}

    /** Whether {@code header} is {@code *} or lists {@code tag}; a proxy's {@code -gzip} or {@code W/} mark is not ours. */
    static boolean matches(String header, String tag) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(t -> t.equals("*") || t.equals('"' + tag + '"'));
    }
}
