package fr.parchemin.gateway.dashboard;

import fr.parchemin.kit.web.EntityTags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, as it is and compressed once for all.
 *
 * @param type its media type
 * @param caching {@code Cache-Control} of its answers
 * @param tag changes with every byte of it
 */
@SuppressWarnings("ArrayRecordComponent")
record DashboardFile(String type, String caching, String tag, byte[] plain, byte[] compressed) {

    /** Reads {@code /dashboard/{name}} of the class path. */
    static DashboardFile read(String name, String type, String caching) {
        try (InputStream in =
                Objects.requireNonNull(DashboardFile.class.getResourceAsStream("/dashboard/" + name), name)) {
            byte[] plain = in.readAllBytes();
            CRC32C sum = new CRC32C();
            sum.update(plain);
            String tag = EntityTags.of(name, plain.length, HexFormat.of().toHexDigits(sum.getValue()));
            return new DashboardFile(type, caching, tag, plain, compress(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compress(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
