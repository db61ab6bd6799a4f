package fr.parchemin.results.declaration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * A piece of a file while it is written: its bytes as they leave, and the same packed as they are kept. In the packed ones every
 * {@link Fixed} text is two bytes, and the piece begins with the list of them: it can be read without the program that wrote it.
 */
final class FluxText {

    /** Introduces the number of a fixed text; no XML can hold this byte. */
    private static final byte MARK = 1;

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int MOST_FIXED = 256;
    private static final int LONGEST_CHARACTER = 4;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] plain;
    private int plainSize;
    private byte[] packed;
    private int packedSize;

    FluxText(int passages) {
        this.plain = new byte[2_000 * (passages + 1)];
        this.packed = new byte[300 * (passages + 1)];
    }

    /** A text that comes in every passage, with its place in the list of them. */
    record Fixed(byte number, byte[] text) {}

    /** The list of fixed texts that a format writes with. */
    static final class FixedTexts {

        private final byte[][] texts = new byte[MOST_FIXED][];
        private int count;

        Fixed add(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            texts[count] = bytes;
            return new Fixed((byte) count++, bytes);
        }

        /** As a packed piece begins: a zero, how many there are, and each after its length. */
        byte[] list() {
            FluxText out = new FluxText(1);
            out.packed(0);
            out.packed(count);
            for (int i = 0; i < count; i++) {
                out.packed(texts[i].length >> 8);
                out.packed(texts[i].length & 0xff);
                for (byte b : texts[i]) {
                    out.packed(b);
                }
            }
            return Arrays.copyOf(out.packed, out.packedSize);
        }
    }

    private void packed(int b) {
        packed = room(packed, packedSize, 1);
        packed[packedSize++] = (byte) b;
    }

    /** How many bytes the piece has. */
    int size() {
        return plainSize;
    }

    /** How many it has packed. */
    int packedSize() {
        return packedSize;
    }

    byte[] plain() {
        return plain;
    }

    /** Takes back everything after a point. */
    void truncate(int size, int sizePacked) {
        plainSize = size;
        packedSize = sizePacked;
    }

    /** The piece as it is kept. */
    byte[] pack(byte[] list) {
        byte[] piece = Arrays.copyOf(list, list.length + packedSize);
        System.arraycopy(packed, 0, piece, list.length, packedSize);
        return piece;
    }

    FluxText fixed(Fixed fixed) {
        int length = fixed.text().length;
        plain = room(plain, plainSize, length);
        System.arraycopy(fixed.text(), 0, plain, plainSize, length);
        plainSize += length;
        packed = room(packed, packedSize, 2);
        packed[packedSize++] = MARK;
        packed[packedSize++] = fixed.number();
        return this;
    }

    /** Markup as it is. */
    FluxText raw(byte[] bytes) {
        plain = room(plain, plainSize, bytes.length);
        System.arraycopy(bytes, 0, plain, plainSize, bytes.length);
        return kept(plainSize + bytes.length);
    }

    /** The text of an element. */
    FluxText text(String text) {
        // The longest escape, &amp;, has five bytes for one character.
        plain = room(plain, plainSize, 5 * text.length());
        byte[] to = plain;
        int at = plainSize;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                at = escape("&amp;", at);
            } else if (c == '<') {
                at = escape("&lt;", at);
            } else if (c == '>') {
                at = escape("&gt;", at);
            } else if (c == MARK) {
                throw new IllegalArgumentException("no XML can hold this character");
            } else if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xc0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xe0 | c >> 12);
                to[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                to[at++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                to[at++] = (byte) (0xf0 | point >> 18);
                to[at++] = (byte) (0x80 | point >> 12 & 0x3f);
                to[at++] = (byte) (0x80 | point >> 6 & 0x3f);
                to[at++] = (byte) (0x80 | point & 0x3f);
            } else {
                to[at++] = '?';
            }
        }
        return kept(at);
    }

    private int escape(String escaped, int at) {
        int end = at;
        for (int i = 0; i < escaped.length(); i++) {
            plain[end++] = (byte) escaped.charAt(i);
        }
        return end;
    }

    FluxText number(int value) {
        return text(Integer.toString(value));
    }

    FluxText day(LocalDate day) {
        int year = day.getYear();
        if (year < 1_000 || year > 9_999) {
            return text(day.toString());
        }
        plain = room(plain, plainSize, 10);
        int at = two(year % 100, two(year / 100, plainSize));
        plain[at++] = '-';
        at = two(day.getMonthValue(), at);
        plain[at++] = '-';
        return kept(two(day.getDayOfMonth(), at));
    }

    private int two(int value, int at) {
        plain[at] = (byte) ('0' + value / 10);
        plain[at + 1] = (byte) ('0' + value % 10);
        return at + 2;
    }

    FluxText id(UUID id) {
        plain = room(plain, plainSize, 36);
        int at = plainSize;
        for (int i = 0; i < 32; i++) {
            if (i == 8 || i == 12 || i == 16 || i == 20) {
                plain[at++] = '-';
            }
            long half = i < 16 ? id.getMostSignificantBits() : id.getLeastSignificantBits();
            plain[at++] = HEX[(int) (half >>> 60 - 4 * (i & 15)) & 15];
        }
        return kept(at);
    }

    /** Keeps what was just written among the packed bytes too. */
    private FluxText kept(int end) {
        int length = end - plainSize;
        packed = room(packed, packedSize, length);
        System.arraycopy(plain, plainSize, packed, packedSize, length);
        packedSize += length;
        plainSize = end;
        return this;
    }

    private static byte[] room(byte[] array, int size, int more) {
        int needed = size + more + LONGEST_CHARACTER;
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 3 / 2));
    }

    /** Writes a kept piece as it left; those of before this packing are gzip. */
    static void unpack(byte[] piece, OutputStream out) throws IOException {
        if (Arrays.equals(piece, 0, GZIP.length, GZIP, 0, GZIP.length)) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(piece))) {
                in.transferTo(out);
            }
            return;
        }
        int at = 2;
        byte[][] texts = new byte[piece[1] & 0xff][];
        for (int i = 0; i < texts.length; i++) {
            int length = (piece[at] & 0xff) << 8 | piece[at + 1] & 0xff;
            texts[i] = Arrays.copyOfRange(piece, at + 2, at + 2 + length);
            at += 2 + length;
        }
        byte[] buffer = new byte[1 << 16];
        int size = 0;
        while (at < piece.length) {
            int length = piece[at] == MARK ? texts[piece[at + 1] & 0xff].length : 1;
            if (size + length > buffer.length) {
                out.write(buffer, 0, size);
                size = 0;
            }
            if (piece[at] == MARK) {
                System.arraycopy(texts[piece[at + 1] & 0xff], 0, buffer, size, length);
                at += 2;
            } else {
                buffer[size] = piece[at++];
            }
            size += length;
        }
        out.write(buffer, 0, size);
    }
}
