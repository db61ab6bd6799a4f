package fr.parchemin.session.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds records worth comparing: those that agree on two of birth name, first name and birth date once spelling is set
 * aside, so that any one of the three may be wrong. One statement for any number of candidates.
 */
@ApplicationScoped
class MatchRepository {

    /** Of one kind of agreement so many at most are looked at: a whole class called Jean Martin is no reason to stand still. */
    private static final int MOST = 50;

    private static final String TRAITS = """
             %1$s.birth_key, %1$s.usage_key, %1$s.first_keys, %1$s.sex, %1$s.born_on, %1$s.birth_place_insee,
             %1$s.place_key""";

    private static final String PAIRS = """
            with asked as (
                select i.* from candidate c
                join candidate_identity i on i.candidate_id = c.id and i.identity_version = c.identity_version
                where c.id = any (?::uuid[]))
            select a.candidate_id, %s, o.candidate_id, %s
            from asked a
            cross join lateral (
                (select i.candidate_id, i.identity_version from candidate_identity i
                 where i.born_on = a.born_on and i.first_key = a.first_key limit %d)
                union
                (select i.candidate_id, i.identity_version from candidate_identity i
                 where i.born_on = a.born_on and i.birth_key = a.birth_key limit %d)
                union
                (select i.candidate_id, i.identity_version from candidate_identity i
                 where i.birth_key = a.birth_key and i.first_key = a.first_key limit %d)) near
            join candidate c on c.id = near.candidate_id and c.identity_version = near.identity_version
            join candidate_identity o on o.candidate_id = c.id and o.identity_version = c.identity_version
            where o.candidate_id <> a.candidate_id
            order by a.candidate_id, o.candidate_id
            """.formatted(TRAITS.formatted("a"), TRAITS.formatted("o"), MOST, MOST, MOST);

    private final DataSource dataSource;

    MatchRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Two records worth comparing. */
    record Pair(UUID asked, CivilTraits traits, UUID other, CivilTraits otherTraits) {}

    /** Each of the candidates with the records that it is worth comparing with. */
    List<Pair> pairs(Collection<UUID> candidates) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PAIRS)) {
            query.setArray(1, connection.createArrayOf("uuid", candidates.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                List<Pair> pairs = new ArrayList<>();
                while (rows.next()) {
                    pairs.add(new Pair(
                            rows.getObject(1, UUID.class),
                            traits(rows, 2),
                            rows.getObject(9, UUID.class),
                            traits(rows, 10)));
                }
                return pairs;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("candidates cannot be compared", e);
        }
    }

    private static CivilTraits traits(ResultSet rows, int from) throws SQLException {
        Array firstKeys = rows.getArray(from + 2);
        return new CivilTraits(
                rows.getString(from),
                rows.getString(from + 1),
                Arrays.asList((String[]) firstKeys.getArray()),
                Sex.valueOf(rows.getString(from + 3)),
                rows.getObject(from + 4, LocalDate.class),
                rows.getString(from + 5),
                rows.getString(from + 6));
    }
}
