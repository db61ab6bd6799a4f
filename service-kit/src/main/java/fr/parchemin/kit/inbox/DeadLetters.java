package fr.parchemin.kit.inbox;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads what was set aside. */
@ApplicationScoped
class DeadLetters {

    private static final String PAGE = """
            select id, consumer, event_id, coalesce(headers ->> 'ce_type', '') as type, topic, key, state, reason, attempts,
              parked_at from inbox_parked where state = ? and id > ? order by id limit ?
            """;

    private final DataSource dataSource;

    DeadLetters(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Page<DeadLetterView> list(String state, PageRequest page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setString(1, state);
            query.setLong(2, page.first() ? 0 : page.after(0, Long::parseLong));
            query.setInt(3, page.fetch());
            try (ResultSet rows = query.executeQuery()) {
                List<DeadLetterView> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new DeadLetterView(
                            rows.getLong("id"),
                            rows.getString("consumer"),
                            rows.getString("event_id"),
                            rows.getString("type"),
                            rows.getString("topic"),
                            rows.getString("key"),
                            rows.getString("state"),
                            rows.getString("reason"),
                            rows.getInt("attempts"),
                            rows.getTimestamp("parked_at").toInstant()));
                }
                return Page.of(found, page, letter -> List.of(String.valueOf(letter.id())), letter -> letter);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
