package fr.parchemin.referentiel.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of {@code COPY}, several times as fast as inserts. Write the columns of each row in the order
 * given, then {@link #copyInto} them; may be filled by one thread and copied by another.
 */
public final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};
    private static final int TEXT_OID = 25;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

    private final int columns;
    private ByteBuffer rows = ByteBuffer.allocate(64 << 10);

    /** @param columns how many columns each row has */
    public CopyRows(int columns) {
        this.columns = columns;
    }

    /** Begins a row; the values of its columns follow. */
    public CopyRows row() {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    public boolean isEmpty() {
        return rows.position() == 0;
    }

    public CopyRows text(@Nullable String value) {
        return bytes(value == null ? null : utf8(value));
    }

    public CopyRows bytes(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    public CopyRows bool(@Nullable Boolean value) {
        return bytes(value == null ? null : new byte[] {(byte) (value ? 1 : 0)});
    }

    public CopyRows integer(@Nullable Integer value) {
        if (value == null) {
            return none();
        }
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    public CopyRows date(@Nullable LocalDate value) {
        return integer(value == null ? null : Math.toIntExact(EPOCH.until(value, ChronoUnit.DAYS)));
    }

    public CopyRows instant(@Nullable Instant value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(EPOCH_INSTANT.until(value, ChronoUnit.MICROS));
        return this;
    }

    public CopyRows uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    /** A column of type {@code text[]}. */
    public CopyRows texts(List<String> values) {
        int length = room(Integer.BYTES).position();
        rows.putInt(0);
        // Dimensions, whether there are nulls, type of the elements.
        room(3 * Integer.BYTES).putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_OID);
        if (!values.isEmpty()) {
            // How many, the index of the first.
            room(2 * Integer.BYTES).putInt(values.size()).putInt(1);
            values.forEach(this::text);
        }
        rows.putInt(length, rows.position() - length - Integer.BYTES);
        return this;
    }

    /**
     * Copies the rows and forgets them.
     *
     * @param target table and columns, such as {@code competence (block_code, rank)}
     */
    public void copyInto(Connection connection, String target) throws SQLException {
        if (isEmpty()) {
            return;
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin with (format binary)");
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            copy.writeToCopy(rows.array(), 0, rows.position());
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        rows.clear();
    }

    /** A text as the database takes it: without NUL, which it does not know. */
    private static byte[] utf8(String value) {
        return (value.indexOf(0) < 0 ? value : value.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
    }

    private CopyRows none() {
        room(Integer.BYTES).putInt(-1);
        return this;
    }

    /** The buffer, with room for so many bytes more. */
    private ByteBuffer room(int bytes) {
        if (rows.remaining() < bytes) {
            rows = ByteBuffer.allocate(Math.max(2 * rows.capacity(), rows.position() + bytes))
                    .put(rows.flip());
        }
        return rows;
    }
}
