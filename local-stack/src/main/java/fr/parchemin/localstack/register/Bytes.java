package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Text of a file in the making, as bytes of UTF-8. */
final class Bytes {

    private static final int WORTH_WRITING = 1 << 16;
    /** 1970-01-01 counted in days from 0000-03-01. */
    private static final int EPOCH = 719_468;

    private byte[] buffer = new byte[2 * WORTH_WRITING];
    private int size;

    Bytes put(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, buffer, size, text.length);
        size += text.length;
        return this;
    }

    Bytes put(String text) {
        return put(text.getBytes(UTF_8));
    }

    Bytes put(char ascii) {
        room(1);
        buffer[size++] = (byte) ascii;
        return this;
    }

    /** A number that is not negative. */
    Bytes put(int number) {
        int digits = 1;
        for (long limit = 10; number >= limit; limit *= 10) {
            digits++;
        }
        return padded(number, digits);
    }

    /** The last digits of a number, with leading zeros. */
    Bytes padded(long number, int digits) {
        room(digits);
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** A day as the feed writes it, {@code 31/12/2026}, from the days since 1970-01-01. */
    Bytes day(int epochDay) {
        int days = epochDay + EPOCH;
        int era = days / 146_097;
        int ofEra = days % 146_097;
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * ofYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        return padded(ofYear - (153 * monthFromMarch + 2) / 5 + 1, 2)
                .put('/')
                .padded(month, 2)
                .put('/')
                .padded(year, 4);
    }

    int size() {
        return size;
    }

    byte at(int index) {
        return buffer[index];
    }

    void clear() {
        size = 0;
    }

    /** Writes what is here and begins anew, unless it is too little to be worth it. */
    void drainTo(OutputStream out) throws IOException {
        if (size >= WORTH_WRITING) {
            flushTo(out);
        }
    }

    /** Writes all that is here and begins anew. */
    void flushTo(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * (size + more));
        }
    }
}
