package fr.parchemin.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The answers kept under keys, for a use case that has to forget what they tell. */
@ApplicationScoped
public class KeptAnswers {

    /** The key stays taken: a request that arrives late must not bring back what was erased. */
    private static final String FORGET =
            "update idempotency set answer = null, fingerprint = '' where answer ->> 'id' = ?";

    private final DataSource dataSource;

    KeptAnswers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Forgets every answer that is the view of one thing; whoever sends its key again gets a 409. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, id.toString());
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the kept answers cannot be forgotten", e);
        }
    }
}
