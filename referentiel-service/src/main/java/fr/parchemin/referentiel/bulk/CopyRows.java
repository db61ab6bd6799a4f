package fr.parchemin.referentiel.bulk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int rows;

    /** @param columns how many columns each row has */
    public CopyRows(int columns) {
        this.columns = columns;
    }

    /** Begins a row; the values of its columns follow. */
    public CopyRows row() {
        rows++;
        return write(o -> o.writeShort(columns));
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    public CopyRows text(@Nullable String value) {
        return bytes(value == null ? null : utf8(value));
    }

    public CopyRows bytes(byte @Nullable [] value) {
        return write(o -> {
            if (value == null) {
                o.writeInt(-1);
            } else {
                o.writeInt(value.length);
                o.write(value);
            }
        });
    }

    public CopyRows bool(@Nullable Boolean value) {
        return bytes(value == null ? null : new byte[] {(byte) (value ? 1 : 0)});
    }

    public CopyRows integer(@Nullable Integer value) {
        return write(o -> {
            o.writeInt(value == null ? -1 : 4);
            if (value != null) {
                o.writeInt(value);
            }
        });
    }

    public CopyRows date(@Nullable LocalDate value) {
        return integer(value == null ? null : Math.toIntExact(EPOCH.until(value, ChronoUnit.DAYS)));
    }

    public CopyRows instant(@Nullable Instant value) {
        return write(o -> {
            o.writeInt(value == null ? -1 : 8);
            if (value != null) {
                o.writeLong(EPOCH_INSTANT.until(value, ChronoUnit.MICROS));
            }
        });
    }

    public CopyRows uuid(UUID value) {
        return write(o -> {
            o.writeInt(16);
            o.writeLong(value.getMostSignificantBits());
            o.writeLong(value.getLeastSignificantBits());
        });
    }

    /** A column of type {@code text[]}. */
    public CopyRows texts(List<String> values) {
        return write(o -> {
            if (values.isEmpty()) {
                o.writeInt(12);
                o.writeInt(0);
                o.writeInt(0);
                o.writeInt(TEXT_OID);
                return;
            }
            List<byte[]> elements = values.stream().map(CopyRows::utf8).toList();
            o.writeInt(20 + elements.stream().mapToInt(e -> 4 + e.length).sum());
            o.writeInt(1);
            o.writeInt(0);
            o.writeInt(TEXT_OID);
            o.writeInt(elements.size());
            o.writeInt(1);
            for (byte[] element : elements) {
                o.writeInt(element.length);
                o.write(element);
            }
        });
    }

    /** Appends the rows of another, of the same columns. */
    public void append(CopyRows other) {
        rows += other.rows;
        bytes.writeBytes(other.bytes.toByteArray());
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
        byte[] all = bytes.toByteArray();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin with (format binary)");
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            copy.writeToCopy(all, 0, all.length);
            copy.writeToCopy(TRAILER, 0, TRAILER.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        bytes.reset();
        rows = 0;
    }

    /** A text as the database takes it: without NUL, which it does not know. */
    private static byte[] utf8(String value) {
        return (value.indexOf(0) < 0 ? value : value.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
    }

    private CopyRows write(Field field) {
        try {
            field.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Field {
        void write(DataOutputStream out) throws IOException;
    }
}
