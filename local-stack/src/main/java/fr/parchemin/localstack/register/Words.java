package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A list of the file {@code words.txt}. */
final class Words {

    private static final Map<String, List<byte[]>> LISTS = read();

    private final byte[][] words;

    private Words(List<byte[]> words) {
        this.words = words.toArray(byte[][]::new);
    }

    static Words of(String list) {
        return new Words(Objects.requireNonNull(LISTS.get(list), list));
    }

    byte[] any(Draw draw) {
        return words[draw.below(words.length)];
    }

    /** The word at this place; behind the last one the first follows. */
    byte[] at(int index) {
        return words[index % words.length];
    }

    int size() {
        return words.length;
    }

    private static Map<String, List<byte[]>> read() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.txt"))) {
            Map<String, List<byte[]>> lists = new HashMap<>();
            List<byte[]> list = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (line.startsWith("[")) {
                    list = new ArrayList<>();
                    lists.put(line.substring(1, line.length() - 1), list);
                } else {
                    list.add(line.getBytes(UTF_8));
                }
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
