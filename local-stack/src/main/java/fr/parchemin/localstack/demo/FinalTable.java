package fr.parchemin.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of everybody: one row for each candidate and session. */
public record FinalTable(List<Row> rows) {

    /**
     * One candidate in one session.
     *
     * @param blocks codes of the blocks obtained in this session, in order
     * @param title how the title was obtained in this session, or {@code -}
     * @param awards numbers of the awards that came of this session
     */
    public record Row(
            String candidate, String session, String outcome, List<String> blocks, String title, List<String> awards) {}

    /** The title awarded at the session of the title. */
    public static final String BY_TITLE_SESSION = "title";

    /** The title awarded by adding up blocks. */
    public static final String BY_CAPITALISATION = "title by capitalisation";

    /** No title. */
    public static final String NONE = "-";

    /**
     * Compares with what should have come; numbers of awards cannot be foretold, only how many there are.
     *
     * @param expected as this one, with as many (arbitrary) award numbers as awards are expected
     * @return one sentence for each difference, empty when there is none
     */
    public List<String> differencesFrom(FinalTable expected) {
        List<String> differences = new ArrayList<>();
        if (rows.size() != expected.rows.size()) {
            differences.add("%d rows instead of %d".formatted(rows.size(), expected.rows.size()));
        }
        for (int i = 0; i < Math.min(rows.size(), expected.rows.size()); i++) {
            Row is = rows.get(i);
            Row should = expected.rows.get(i);
            String where = "%s, %s: ".formatted(should.candidate(), should.session());
            compare(differences, where + "candidate", is.candidate(), should.candidate());
            compare(differences, where + "session", is.session(), should.session());
            compare(differences, where + "outcome", is.outcome(), should.outcome());
            compare(differences, where + "blocks", is.blocks(), should.blocks());
            compare(differences, where + "title", is.title(), should.title());
            compare(
                    differences,
                    where + "number of awards",
                    is.awards().size(),
                    should.awards().size());
        }
        return differences;
    }

    private static void compare(List<String> differences, String where, Object is, Object should) {
        if (!is.equals(should)) {
            differences.add("%s is %s, expected %s".formatted(where, is, should));
        }
    }

    /** The table as text, columns aligned. */
    public List<String> print() {
        return TextTable.of(
                List.of("candidate", "session", "outcome", "blocks", "title", "awards"),
                rows.stream()
                        .flatMap(row -> {
                            List<String> numbers = row.awards().isEmpty() ? List.of(NONE) : row.awards();
                            Stream<List<String>> first = Stream.of(List.of(
                                    row.candidate(),
                                    row.session(),
                                    row.outcome(),
                                    row.blocks().isEmpty()
                                            ? NONE
                                            : String.join(
                                                    " ",
                                                    row.blocks().stream()
                                                            .map(FinalTable::shortCode)
                                                            .toList()),
                                    row.title(),
                                    numbers.getFirst()));
                            return Stream.concat(
                                    first, numbers.stream().skip(1).map(n -> List.of("", "", "", "", "", n)));
                        })
                        .toList());
    }

    private static String shortCode(String blockCode) {
        return blockCode.substring(blockCode.indexOf("BC"));
    }
}
