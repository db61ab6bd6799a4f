package fr.parchemin.kit.web;

import java.util.Arrays;
import java.util.function.Predicate;

/** Compares the lists of entity tags in headers. */
final class Tags {

    private Tags() {}

    /** Strong comparison (RFC 9110, 8.8.3.2), for writes: a weak tag never matches. */
    static boolean matchesStrongly(String header, String tag) {
        return matches(header, t -> t.equals('"' + tag + '"'));
    }

    /** Weak comparison, for reads: a proxy that compressed the answer may have marked the tag with {@code W/}. */
    static boolean matchesWeakly(String header, String tag) {
        return matches(header, t -> t.equals('"' + tag + '"') || t.equals("W/\"" + tag + '"'));
    }

    private static boolean matches(String header, Predicate<String> one) {
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(t -> t.equals("*") || one.test(t));
    }
}
