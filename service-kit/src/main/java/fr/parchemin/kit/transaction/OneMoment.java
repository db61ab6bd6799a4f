package fr.parchemin.kit.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets several statements read what belongs together as it was at one moment, whatever others commit meanwhile. It comes
 * before the first look of a transaction, which can then write nothing; a second time it changes nothing.
 */
@ApplicationScoped
public class OneMoment {

    private final DataSource dataSource;

    OneMoment(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** For the transaction under way. */
    @Transactional(TxType.MANDATORY)
    public void begin() {
        try (Connection connection = dataSource.getConnection()) {
            begin(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction cannot read from one moment", e);
        }
    }

    /** For the transaction of a connection that commits by itself no more. */
    public static void begin(Connection connection) throws SQLException {
        try (Statement begin = connection.createStatement()) {
            begin.execute("set transaction isolation level repeatable read, read only");
        }
    }
}
