package fr.parchemin.results.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One line of the trail as it stands in the table. */
record AuditEntry(
        long id,
        AuditChain chain,
        Instant at,
        String actor,
        String client,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String reason,
        String details,
        @Nullable Long position,
        @Nullable String previousHash,
        @Nullable String hash) {

    static final String COLUMNS =
            "id, chain, at, actor, client, action, subject_type, subject_id, reason, details, position, previous_hash, hash";
    static final String ORIGIN = "0".repeat(64);
    private static final ObjectMapper JSON = new ObjectMapper();

    static AuditEntry of(ResultSet row) throws SQLException {
        long position = row.getLong(11);
        boolean sealed = !row.wasNull();
        return new AuditEntry(
                row.getLong(1),
                AuditChain.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                sealed ? position : null,
                row.getString(12),
                row.getString(13));
    }

    /** SHA-256, lower-case hexadecimal, of a JSON array without blanks: place, link before, and every column in their order. */
    String hashAt(long place, String previous) {
        try {
            String text = JSON.writeValueAsString(Arrays.asList(
                    "parchemin audit entry 1",
                    place,
                    previous,
                    id,
                    chain.name(),
                    at.toString(),
                    actor,
                    client,
                    action,
                    subjectType,
                    subjectId,
                    reason,
                    details));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("an audit entry cannot be hashed", e);
        }
    }
}
