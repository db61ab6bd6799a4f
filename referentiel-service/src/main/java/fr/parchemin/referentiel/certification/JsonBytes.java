package fr.parchemin.referentiel.certification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON under construction, in UTF-8. It grows as needed and can be used again. */
public final class JsonBytes {

    private byte[] bytes = new byte[32 * 1024];
    private int length;

    void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    void add(byte[] from, int start, int end) {
        int size = end - start;
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + size));
        }
        System.arraycopy(from, start, bytes, length, size);
        length += size;
    }

    void add(byte[] all) {
        add(all, 0, all.length);
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(char ascii) {
        if (bytes.length == length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) ascii;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes what there is and a line end. */
    public void writeLine(OutputStream out) throws IOException {
        add('\n');
        out.write(bytes, 0, length);
    }
}
