package fr.parchemin.gateway.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds request targets that two programs may read differently. A path that the gateway and a service understand in
 * different ways is how rules that go by path are slipped past, so only one spelling of each path is let in: absolute,
 * without empty or dot segments, without {@code ;} parameters, and percent-encoded only where it must be ({@code ~} may, for
 * old encoders do).
 */
final class PathCheck {

    private PathCheck() {}

    /** Says what is wrong with {@code target}, the request line's own spelling; null when nothing is. */
    static @Nullable String faultOf(String target) {
        if (target.isEmpty() || target.charAt(0) != '/') {
            return "The request target must be a path that begins with a slash.";
        }
        int query = target.indexOf('?');
        int end = query < 0 ? target.length() : query;
        boolean encoded = false;
        int segment = 1;
        for (int i = 1; i < end; i++) {
            char c = target.charAt(i);
            if (c == '/') {
                if (i == segment) {
                    return "The path has an empty segment (//).";
                }
                if (isDots(target, segment, i)) {
                    return "The path has a . or .. segment.";
                }
                segment = i + 1;
            } else if (c == '%') {
                encoded = true;
            } else if (!isPathCharacter(c)) {
                return "The path has a character that is not allowed there: " + name(c) + ".";
            }
        }
        if (isDots(target, segment, end)) {
            return "The path has a . or .. segment.";
        }
        String fault = encoded ? encodingFaultOf(target.substring(0, end)) : null;
        return fault != null ? fault : queryFaultOf(target, end);
    }

    /** A query is data, not a place: it only has to be readable. */
    private static @Nullable String queryFaultOf(String target, int from) {
        for (int i = from; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '%' && (hex(target, i + 1) < 0 || hex(target, i + 2) < 0)) {
                return "The query has a % that is not followed by two hexadecimal digits.";
            }
            if (c <= 0x20 || c == 0x7f || c == '#') {
                return "The query has a character that must be percent-encoded: " + name(c) + ".";
            }
        }
        return null;
    }

    private static int hex(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }

    private static @Nullable String encodingFaultOf(String path) {
        ByteBuffer decoded = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                decoded.put((byte) c);
                continue;
            }
            int high = hex(path, i + 1);
            int low = hex(path, i + 2);
            if (high < 0 || low < 0) {
                return "The path has a % that is not followed by two hexadecimal digits.";
            }
            int value = high << 4 | low;
            if (value < 0x20 || value == 0x7f) {
                return "The path has an encoded control character.";
            }
            if (value == '/' || value == '\\' || value == ';' || value == '%') {
                return "The path has an encoded " + (char) value + ", which not every program decodes alike.";
            }
            // Java's own encoder writes the last character of one award number in 37 as %7E.
            if (value != '~' && isUnreserved((char) value)) {
                return "The path encodes " + (char) value + ", which stands for itself.";
            }
            decoded.put((byte) value);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(decoded.flip());
            return null;
        } catch (CharacterCodingException e) {
            return "The path is not UTF-8 once decoded.";
        }
    }

    private static boolean isDots(String target, int from, int to) {
        int length = to - from;
        return (length == 1 || length == 2)
                && target.charAt(from) == '.'
                && (length == 1 || target.charAt(from + 1) == '.');
    }

    /** RFC 3986 {@code pchar} except {@code ;} and the percent sign. */
    private static boolean isPathCharacter(char c) {
        return isUnreserved(c) || "!$&'()*+,=:@".indexOf(c) >= 0;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || "-._~".indexOf(c) >= 0;
    }

    private static String name(char c) {
        return c > 0x20 && c < 0x7f ? String.valueOf(c) : "code " + (int) c;
    }
}
