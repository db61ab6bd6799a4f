package fr.parchemin.results.declaration;

import fr.parchemin.results.declaration.Declaration.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be told before a file leaves: whether a passage would be taken in (rules D6, D9, D15 and D18 of the format). The
 * faults name fields as the representation of a candidate does and never repeat what is in them.
 */
final class PassagePolicy {

    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final Pattern COMMUNE =
            Pattern.compile("(0[1-9]|[1-8][0-9]|9[0-5]|2[AB])[0-9]{3}|97[1-8][0-9]{2}|98[4-9][0-9]{2}");
    private static final Pattern ABROAD = Pattern.compile("99[1-5][0-9]{2}");
    private static final String FRANCE_ABROAD = "99100";

    private PassagePolicy() {}

    /** Everything that keeps it from being declared; empty when nothing does. */
    static List<Fault> faults(Passage passage) {
        List<Fault> faults = new ArrayList<>();
        Passage.Holder holder = passage.holder();
        required(holder.birthName(), "birthName", faults);
        if (holder.usageName() != null) {
            fits(holder.usageName(), "usageName", faults);
        }
        if (holder.firstNames().isEmpty()) {
            faults.add(new Fault("firstNames", "D6", "At least one first name is declared."));
        }
        for (int i = 0; i < holder.firstNames().size() && i < FluxFormat.FIRST_NAMES; i++) {
            required(holder.firstNames().get(i), "firstNames/" + i, faults);
        }
        year(holder.bornOn(), "bornOn", faults);
        year(passage.awardedOn(), "awardedOn", faults);
        if (!holder.sex().equals("M") && !holder.sex().equals("F")) {
            faults.add(
                    new Fault(
                            "sex",
                            "D18",
                            "The format knows M and F only: declare this holder by the form of the portal, then waive it here."));
        }
        fits(holder.birthPlace(), "birthPlace/label", faults);
        birthPlace(holder, faults);
        return faults;
    }

    private static void birthPlace(Passage.Holder holder, List<Fault> faults) {
        String code = holder.birthInseeCode();
        if (code == null) {
            // Optional in the search for the holder; then the label alone is declared (D9).
            return;
        }
        boolean abroad =
                holder.birthCountryCode() != null && !holder.birthCountryCode().equals("FRA");
        if (!abroad && !COMMUNE.matcher(code).matches()) {
            faults.add(new Fault(
                    "birthPlace/inseeCode",
                    "D9",
                    "This is no commune of France: correct it, or birthPlace/countryCode."));
        } else if (abroad && (!ABROAD.matcher(code).matches() || code.equals(FRANCE_ABROAD))) {
            faults.add(new Fault("birthPlace/inseeCode", "D9", "Who is born abroad has the code 99xxx of a country."));
        }
    }

    private static void year(LocalDate day, String field, List<Fault> faults) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            faults.add(new Fault(field, "R140", "The year lies between %d and %d.".formatted(FIRST_YEAR, LAST_YEAR)));
        }
    }

    private static void required(String text, String field, List<Fault> faults) {
        if (FluxFormat.clean(text).isEmpty()) {
            faults.add(new Fault(field, "D15", "It is empty."));
        }
        fits(text, field, faults);
    }

    private static void fits(@Nullable String text, String field, List<Fault> faults) {
        if (text == null || surelyFits(text)) {
            return;
        }
        String clean = FluxFormat.clean(text);
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            faults.add(new Fault(
                    field, "D15", "It has more than %d characters, and nothing is cut in silence.".formatted(LONGEST)));
        }
        if (!clean.codePoints().allMatch(PassagePolicy::inXml)) {
            faults.add(new Fault(field, "D15", "It has a character that XML cannot hold."));
        }
    }

    /** Nearly every text does, and this look at it costs less. */
    private static boolean surelyFits(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static boolean inXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
