package fr.parchemin.localstack.large;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A certification that is played.
 *
 * @param share of the candidates, against the others
 * @param ease how well its candidates do, about 1
 * @param invented whether it stands in no real register
 */
record Title(
        String number,
        int level,
        String nsf,
        String rome,
        int share,
        double ease,
        String label,
        boolean invented,
        List<Block> blocks) {

    /** The one real title; its sheet and its plan come with the system. */
    static final String REAL = "RNCP37722";

    /** The competence of the real title that only a certificate proves. */
    static final String BY_CERTIFICATE = REAL + "BC02-C3";

    /** Code of the final interview in every plan. */
    static final String FINAL_INTERVIEW = "EF";

    /** A block with its competences in order. */
    record Block(String code, String label, List<Competence> competences) {}

    /** @param hard whether many miss it */
    record Competence(String code, String label, boolean hard) {}

    /** The real title and the invented ones. */
    static List<Title> all() {
        List<Title> titles = new ArrayList<>(List.of(new Title(
                REAL,
                3,
                "332t",
                "K1204",
                16,
                1.2,
                "Agent de médiation, information, services",
                false,
                List.of(real("BC01", 5, 3), real("BC02", 4, 2), real("BC03", 3, 1)))));
        titles.addAll(read());
        return List.copyOf(titles);
    }

    private static Block real(String block, int competences, int hard) {
        return new Block(
                REAL + block,
                block,
                IntStream.rangeClosed(1, competences)
                        .mapToObj(i -> new Competence(REAL + block + "-C" + i, "", i == hard))
                        .toList());
    }

    private static List<Title> read() {
        List<Title> titles = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("> ")) {
                Title title = titles.getLast();
                title.blocks.add(block(title, line.substring(2).split("\\|")));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                String[] part = line.split(";");
                titles.add(new Title(
                        part[0],
                        Integer.parseInt(part[1]),
                        part[2],
                        part[3],
                        Integer.parseInt(part[4]),
                        Double.parseDouble(part[5]),
                        part[6],
                        true,
                        new ArrayList<>()));
            }
        }
        return titles;
    }

    private static Block block(Title title, String[] labels) {
        String code = "%sBC%02d".formatted(title.number, title.blocks.size() + 1);
        return new Block(
                code,
                labels[0],
                IntStream.range(1, labels.length)
                        .mapToObj(i ->
                                new Competence(code + "-C" + i, labels[i].replace("*", ""), labels[i].endsWith("*")))
                        .toList());
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Title.class.getResourceAsStream("titles.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> blockCodes() {
        return blocks.stream().map(Block::code).toList();
    }
}
