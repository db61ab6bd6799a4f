package fr.parchemin.session.candidateimport;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The template of the file: lines that begin with {@code #} are remarks, the first of them says which version of the template
 * the file was made with. The version grows whenever a column comes, goes or means something else.
 */
final class Template {

    /** The version in force. */
    static final int VERSION = 1;

    /** The template as it is handed out: UTF-8 with the mark that spreadsheets look for. */
    static final String TEXT = "\uFEFF# parchemin candidats version " + VERSION + "\r\n"
            + "# Exemple : REF-001;DUPONT;;Marie Louise;F;14/03/1996;35238;Rennes;FRA;35000;marie@example.org;\r\n"
            + "# Prénoms dans l'ordre, séparés par des espaces (composés : Jean-Pierre) ; dates JJ/MM/AAAA ; sexe F ou M ;"
            + " pays en trois lettres (FRA).\r\n"
            + Arrays.stream(Column.values()).map(Column::french).collect(Collectors.joining(";"))
            + "\r\n";

    private static final Pattern VERSION_REMARK = Pattern.compile("parchemin candidats version (\\d{1,4})");

    private Template() {}

    /** The version that a remark names; empty when it is another remark. */
    static OptionalInt version(String remark) {
        Matcher found = VERSION_REMARK.matcher(remark);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
