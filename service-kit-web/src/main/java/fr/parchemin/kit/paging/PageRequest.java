package fr.parchemin.kit.paging;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.web.EntityTags;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list is asked for (keyset paging: the cursor holds the sort key of the last row seen, so no row
 * comes twice or is missed while others are inserted).
 *
 * @param limit rows on the page, 1 to 500
 * @param after sort key of the last row of the page before, empty for the first page
 * @param list fingerprint of its name, the filters and the sort: a cursor serves the list that gave it and no other
 */
public record PageRequest(int limit, List<String> after, String list) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @param name of the list, which no other list of the service has: the cursors of two that are filtered alike differ
     * @param filters everything that decides which rows the list has and in which order
     * @throws ProblemException 400 when the limit is out of range or the cursor is foreign or altered
     */
    public static PageRequest of(
            @Nullable Integer limit, @Nullable String cursor, String name, @Nullable Object... filters) {
        int rows = limit == null ? DEFAULT_LIMIT : limit;
        if (rows < 1 || rows > MAX_LIMIT) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("limit", "Between 1 and " + MAX_LIMIT + ".")));
        }
        String list = EntityTags.of(name, Arrays.deepToString(filters));
        return new PageRequest(rows, cursor == null ? List.of() : decode(cursor, list), list);
    }

    /** Whether this is the first page. */
    public boolean first() {
        return after.isEmpty();
    }

    /**
     * One value of the sort key of the last row seen.
     *
     * @throws ProblemException 400 when it cannot be read: the seal finds mistakes, not a cursor that is made up with care
     */
    public <T> T after(int index, Function<String, T> reader) {
        try {
            return reader.apply(after.get(index));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw foreign(e);
        }
    }

    /** How many rows to read: one more than shown tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    String cursorAfter(List<String> key) {
        String joined = String.join("\u0000", key);
        String text = seal(joined, list) + "\u0000" + joined;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> decode(String cursor, String list) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = new ArrayList<>(Arrays.asList(text.split("\u0000", -1)));
            String seal = parts.removeFirst();
            if (!parts.isEmpty() && seal.equals(seal(String.join("\u0000", parts), list))) {
                return List.copyOf(parts);
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: the same answer as for any other foreign cursor, below.
        }
        throw foreign(null);
    }

    private static ProblemException foreign(@Nullable Throwable cause) {
        return new ProblemException(
                CommonProblem.INVALID_CURSOR,
                "Start again without a cursor; keep the filters and the sort while paging.",
                List.of(Violation.ofField("cursor", "Foreign or altered.")),
                cause);
    }

    private static String seal(String key, String list) {
        return EntityTags.of(key, list).substring(0, 12);
    }
}
