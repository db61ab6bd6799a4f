package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An entry of a nomenclature. */
record Coded(byte[] code, byte[] label) {

    /** Entries of a list of {@code words.txt}, written {@code code|label}. */
    static Coded[] list(String name) {
        Words lines = Words.of(name);
        Coded[] list = new Coded[lines.size()];
        for (int i = 0; i < list.length; i++) {
            String line = new String(lines.at(i), UTF_8);
            int bar = line.indexOf('|');
            list[i] = new Coded(
                    line.substring(0, bar).getBytes(UTF_8),
                    line.substring(bar + 1).getBytes(UTF_8));
        }
        return list;
    }
}
