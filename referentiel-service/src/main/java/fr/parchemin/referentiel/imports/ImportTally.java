package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.certification.KnownSheet;
import fr.parchemin.referentiel.identifier.CertificationNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an import has seen so far. */
final class ImportTally {

    /** Of each kind: enough to see what is wrong; a file with more is wrong as a whole. */
    static final int MOST_FINDINGS = 10_000;

    private final Map<String, KnownSheet> known;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> registers = new TreeSet<>();
    private final Map<String, Integer> unknownTags = new TreeMap<>();
    private final List<ImportFinding> findings = new ArrayList<>();
    private final Map<ImportFinding.Kind, Integer> found = new EnumMap<>(ImportFinding.Kind.class);
    private int read;
    private int created;
    private int updated;
    private int unchanged;
    private int closed;
    private int missing;
    private int rejected;

    ImportTally(Map<String, KnownSheet> known) {
        this.known = known;
    }

    /**
     * Counts a record that may be taken.
     *
     * @return whether its number comes for the first time
     */
    boolean see(String number) {
        registers.add(number.startsWith("RNCP") ? "RNCP" : "RS");
        return seen.add(number);
    }

    void created() {
        read++;
        created++;
    }

    void updated(boolean nowClosed) {
        read++;
        if (nowClosed) {
            closed++;
        } else {
            updated++;
        }
    }

    void unchanged() {
        read++;
        unchanged++;
    }

    /** Counts a record that is kept out. One that has a number is in its register all the same: not missing. */
    void rejected(@Nullable String number, @Nullable Integer line, String reason) {
        if (number != null) {
            CertificationNumber.ofFeed(number).map(CertificationNumber::value).ifPresent(this::see);
        }
        read++;
        rejected++;
        find(new ImportFinding(ImportFinding.Kind.REJECTED, number, line, reason));
    }

    void warn(String number, @Nullable Integer line, String reason) {
        find(new ImportFinding(ImportFinding.Kind.WARNING, number, line, reason));
    }

    void unknown(Map<String, Integer> tags) {
        tags.forEach((tag, count) -> unknownTags.merge(tag, count, Integer::sum));
    }

    /** Numbers of the registers in the file that it did not hold and that are not marked yet. */
    List<String> missing() {
        List<String> numbers = known.values().stream()
                .filter(k -> !k.missing() && !seen.contains(k.number()))
                .map(KnownSheet::number)
                .filter(number -> registers.contains(number.startsWith("RNCP") ? "RNCP" : "RS"))
                .sorted()
                .toList();
        missing = numbers.size();
        return numbers;
    }

    /** Numbers that were marked as missing and are back without a change. */
    List<String> returned() {
        return known.values().stream()
                .filter(k -> k.missing() && seen.contains(k.number()))
                .map(KnownSheet::number)
                .sorted()
                .toList();
    }

    Set<String> registers() {
        return registers;
    }

    Map<String, Integer> unknownTags() {
        return unknownTags;
    }

    List<ImportFinding> findings() {
        return findings;
    }

    ImportCounts counts() {
        return new ImportCounts(read, created, updated, unchanged, closed, missing, rejected);
    }

    private void find(ImportFinding finding) {
        if (found.merge(finding.kind(), 1, Integer::sum) <= MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
