package fr.parchemin.localstack.bench;

import java.util.regex.Pattern;

/** Ids of rows that a bench writes by SQL: in order of time, as the system gives them, and the same in every run. */
final class OrderedIds {

    private static final Pattern ID = Pattern.compile(":([0-9])\\(([^)]*)\\)");

    private OrderedIds() {}

    /** Puts the id numbered {@code n} of the sort {@code k}, a digit, in place of each {@code :k(n)}. */
    static String in(String sql) {
        return ID.matcher(sql)
                .replaceAll(
                        "(lpad(to_hex(1700000000000 + ($2)::bigint * 1000), 12, '0') || rpad('7', 19, '0') || '$1')::uuid");
    }
}
