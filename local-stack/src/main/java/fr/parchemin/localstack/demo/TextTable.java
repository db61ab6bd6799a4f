package fr.parchemin.localstack.demo;

import java.util.ArrayList;
import java.util.List;

/** Lines with aligned columns. */
public final class TextTable {

    private TextTable() {}

    /** The heading, a rule, and the rows. */
    public static List<String> of(List<String> heading, List<List<String>> rows) {
        int[] widths = new int[heading.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = heading.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(heading, widths));
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        lines.add(line(rule, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
