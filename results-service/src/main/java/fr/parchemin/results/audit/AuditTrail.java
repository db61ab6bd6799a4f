package fr.parchemin.results.audit;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.kit.security.Caller;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Notes who read or changed what, when and why (R136): one insert, for a change in its own transaction, so that neither is
 * there without the other. {@link SealTrail} makes a chain of it afterwards, so that nobody waits for anybody here.
 *
 * <p>No finding and no decision stands in it before its record is validated: an entry says that something was found, not what
 * (R111).
 */
@ApplicationScoped
public class AuditTrail {

    private static final String INSERT = """
            insert into audit_entry (chain, at, actor, client, action, subject_type, subject_id, reason, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SYSTEM = "system";

    /** Whatever somebody puts into an address, PostgreSQL must read it as a jsonb, and that takes no U+0000. */
    private static final class Storable extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final SerializedString INSTEAD = new SerializedString("\uFFFD");

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0] = ESCAPE_CUSTOM;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return INSTEAD;
        }
    }

    private final DataSource dataSource;
    private final ObjectMapper json = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new Storable()).build())
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Caller caller;
    private final Clock clock;

    AuditTrail(DataSource dataSource, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes a change by whoever asks for it, or by the system where an event does.
     *
     * @param action what was done, a verb and its object, {@code recordValidated}
     * @param details what else is worth knowing; names and birth dates are not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(
            String action, String subjectType, Object subjectId, @Nullable String reason, Map<String, ?> details) {
        boolean asked =
                Arc.container().requestContext().isActive() && !caller.subject().equals("anonymous");
        insert(
                AuditChain.CHANGE,
                asked ? caller.subject() : SYSTEM,
                asked ? caller.clientId() : SYSTEM,
                action,
                subjectType,
                subjectId.toString(),
                reason,
                details);
    }

    /** Notes that something was read. Does not wait for the disk: a server that falls may lose the last half second. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void read(String action, String subjectType, String subjectId, Map<String, ?> details) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be written", e);
        }
        insert(AuditChain.ACCESS, caller.subject(), caller.clientId(), action, subjectType, subjectId, null, details);
    }

    private void insert(
            AuditChain chain,
            String actor,
            String client,
            String action,
            String subjectType,
            String subjectId,
            @Nullable String reason,
            Map<String, ?> details) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, chain.name());
            insert.setTimestamp(2, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            insert.setString(3, actor);
            insert.setString(4, client);
            insert.setString(5, action);
            insert.setString(6, subjectType);
            insert.setString(7, subjectId);
            insert.setString(8, reason);
            insert.setString(9, json.writeValueAsString(new TreeMap<>(details)));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            // Whatever is not noted does not happen.
            throw new IllegalStateException("the trail cannot be written", e);
        }
    }
}
