package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which certifications are meant, as SQL over {@code certification c}.
 *
 * @param sql a whole statement, or the conditions of one
 * @param values of its parameters, in their order
 */
record CertificationQuery(String sql, List<Object> values) {

    /** Whether the registration runs; one parameter, today. */
    static final String ACTIVE = "coalesce(c.active, c.registration_ends_on >= ?, false)";

    /** Where the end is unknown, after every known end. */
    private static final String ENDS_ON = "coalesce(c.registration_ends_on, date '9999-12-31')";

    private static final String MATCHES = "c.search_vector @@ to_tsquery('french', ?)";

    /** Whole numbers compare exactly; the best must come first in an ascending order. A named number beats every word. */
    private static final String DISTANCE = "case when c.number = any (?) then -1000000000 else"
            + " -(1000000 * ts_rank(c.search_vector, to_tsquery('french', ?), 1))::integer end";

    /** One page, a row longer than it is shown, each row with the key that it is sorted by. */
    static CertificationQuery page(
            CertificationFilter filter,
            @Nullable SearchTerms terms,
            PageRequest page,
            LocalDate today,
            Instant horizon) {
        String order = filter.order();
        String key =
                switch (order) {
                    case "relevance" -> DISTANCE;
                    case "title" -> "c.title";
                    case "registrationEndsOn" -> ENDS_ON;
                    case "updatedAt" -> "c.updated_at";
                    default -> "c.number";
                };
        List<Object> keyValues =
                terms != null && order.equals("relevance") ? List.of(array(terms.numbers()), terms.query()) : List.of();
        CertificationQuery where = where(filter, terms, today);
        StringBuilder sql = new StringBuilder("select c.number, c.register, c.title, c.acronym, c.type, c.level, "
                + ACTIVE
                + ", c.effective_on, c.registration_ends_on, c.last_delivery_on, c.updated_at, c.version, (" + key
                + ")::text from certification c where " + where.sql());
        List<Object> values = new ArrayList<>();
        values.add(today);
        values.addAll(keyValues);
        values.addAll(where.values());
        if (order.equals("updatedAt")) {
            sql.append(" and c.updated_at < ?");
            values.add(horizon);
        }
        if (!page.first()) {
            String type =
                    switch (order) {
                        case "relevance" -> "integer";
                        case "registrationEndsOn" -> "date";
                        case "updatedAt" -> "timestamptz";
                        default -> "text";
                    };
            sql.append(" and (" + key + ", c.number) > (?::" + type + ", ?)");
            values.addAll(keyValues);
            values.add(page.after().getFirst());
            values.add(page.after().getLast());
        }
        sql.append(" order by " + key + ", c.number limit ?");
        values.addAll(keyValues);
        values.add(page.fetch());
        return new CertificationQuery(sql.toString(), values);
    }

    /** The conditions alone. */
    static CertificationQuery where(CertificationFilter filter, @Nullable SearchTerms terms, LocalDate today) {
        StringBuilder sql = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (terms != null) {
            if (terms.numbers().isEmpty()) {
                sql.append(" and " + MATCHES);
            } else {
                sql.append(" and (c.number = any (?) or " + MATCHES + ")");
                values.add(array(terms.numbers()));
            }
            values.add(terms.query());
        }
        add("c.register = ?", filter.register == null ? null : filter.register.name(), sql, values);
        add("c.type = ?", filter.type, sql, values);
        add("c.level = ?", filter.level, sql, values);
        if (filter.active != null) {
            sql.append(" and " + ACTIVE + " = ?");
            values.add(today);
            values.add(Boolean.valueOf(filter.active));
        }
        if (filter.validOn != null) {
            sql.append(
                    " and (c.effective_on is null or c.effective_on <= ?) and (c.decided_on is null or c.decided_on <= ?)"
                            + " and (c.registration_ends_on >= ? or (c.registration_ends_on is null and c.active))");
            values.addAll(List.of(filter.validOn, filter.validOn, filter.validOn));
        }
        addElement("c.nsf", filter.nsf, sql, values);
        addElement("c.rome", filter.rome, sql, values);
        addElement("c.formacodes", filter.formacode, sql, values);
        addElement("c.certifier_sirets", filter.certifierSiret, sql, values);
        addElement("c.open_routes", filter.route == null ? null : filter.route.name(), sql, values);
        add("c.updated_at >= ?", filter.updatedSince, sql, values);
        return new CertificationQuery(sql.toString(), values);
    }

    /** A statement of these conditions that begins with others, which take today, and goes by number. */
    CertificationQuery behind(String select, LocalDate today) {
        List<Object> all = new ArrayList<>();
        all.add(today);
        all.addAll(values);
        return new CertificationQuery(select + sql + " order by c.number", all);
    }

    /** Ready to run, possibly behind other words. */
    PreparedStatement prepare(Connection connection, String before) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(before + sql);
        int i = 1;
        for (Object value : values) {
            switch (value) {
                case String[] texts -> statement.setArray(i++, connection.createArrayOf("text", texts));
                case Instant instant -> statement.setObject(i++, instant.atOffset(ZoneOffset.UTC));
                default -> statement.setObject(i++, value);
            }
        }
        return statement;
    }

    private static void add(String condition, @Nullable Object value, StringBuilder sql, List<Object> values) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static void addElement(String column, @Nullable String value, StringBuilder sql, List<Object> values) {
        if (value != null) {
            sql.append(" and ").append(column).append(" @> ?");
            values.add(array(List.of(value)));
        }
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
