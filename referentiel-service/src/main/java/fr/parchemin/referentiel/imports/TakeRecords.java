package fr.parchemin.referentiel.imports;

import fr.parchemin.referentiel.assessmentplan.ReadAssessmentPlan;
import fr.parchemin.referentiel.certification.KnownSheet;
import fr.parchemin.referentiel.certification.PreparedSheet;
import fr.parchemin.referentiel.certification.RecordManySheets;
import fr.parchemin.referentiel.certification.RecordManySheets.Recorded;
import fr.parchemin.referentiel.certification.RecordSheet;
import fr.parchemin.referentiel.certification.SheetSource;
import fr.parchemin.referentiel.feed.CsvSheet;
import fr.parchemin.referentiel.history.RecordChanges;
import fr.parchemin.referentiel.history.RecordChanges.Changed;
import fr.parchemin.referentiel.imports.ReadRecords.Outcome;
import fr.parchemin.referentiel.publication.PublishCertification;
import fr.parchemin.referentiel.publication.PublishCertification.Told;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the records of one file, batch by batch, in one transaction: sheets, history and what others are told. */
final class TakeRecords {

    private final RecordManySheets sheets;
    private final RecordChanges history;
    private final PublishCertification publication;
    private final ReadAssessmentPlan plans;
    private final RecordWarnings warnings;
    private final Map<String, KnownSheet> known;
    private final ImportTally tally;
    private final RecordChanges.Export export;
    private final LocalDate today;

    /** Told at the end, because telling holds up everybody else. */
    private final List<Told> changed = new ArrayList<>();

    private final List<Told> closed = new ArrayList<>();
    private final Set<String> withOtherBlocks = new LinkedHashSet<>();

    TakeRecords(
            RecordManySheets sheets,
            RecordChanges history,
            PublishCertification publication,
            ReadAssessmentPlan plans,
            RecordWarnings warnings,
            Map<String, KnownSheet> known,
            ImportTally tally,
            RecordChanges.Export export,
            LocalDate today) {
        this.sheets = sheets;
        this.history = history;
        this.publication = publication;
        this.plans = plans;
        this.warnings = warnings;
        this.known = known;
        this.tally = tally;
        this.export = export;
        this.today = today;
    }

    /** Takes certifications that came as rows of the CSV set. */
    void takeRows(List<CsvSheet> batch, SheetSource source) {
        Map<String, Recorded> before = sheets.recorded(
                batch.stream().map(CsvSheet::number).filter(known::containsKey).toList());
        List<Outcome> outcomes = new ArrayList<>();
        batch.forEach(rows -> outcomes.add(outcome(rows, before.get(rows.number()))));
        take(outcomes, source);
    }

    private static Outcome outcome(CsvSheet rows, @Nullable Recorded recorded) {
        if (!rows.isComplete()) {
            return new Outcome.Rejected(
                    rows.number(),
                    rows.line(),
                    "The file Standard has no usable row for it: number or title is missing.");
        }
        List<Partner> knownPartners = recorded == null ? List.of() : recorded.partners();
        Sheet sheet = rows.sheet(recorded == null ? null : recorded.sheet(), knownPartners);
        String twice = ReadRecords.codeThatComesTwice(sheet);
        if (twice != null) {
            return new Outcome.Rejected(rows.number(), rows.line(), "Two blocks have the code " + twice + ".");
        }
        PreparedSheet prepared = new PreparedSheet(sheet, rows.partners(knownPartners), null);
        return new Outcome.Ready(prepared, null, rows.line(), rows.warnings());
    }

    void take(List<Outcome> outcomes, SheetSource source) {
        List<PreparedSheet> created = new ArrayList<>();
        Map<KnownSheet, PreparedSheet> differing = new LinkedHashMap<>();
        List<String> sameInOtherBytes = new ArrayList<>();
        List<byte[]> digests = new ArrayList<>();
        List<String> readAnew = new ArrayList<>();
        Map<String, List<String>> odd = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Rejected r -> tally.rejected(r.number(), r.line(), r.reason());
                case Outcome.Same same -> {
                    if (tally.see(same.known().number())) {
                        tally.unchanged();
                    } else {
                        tally.rejected(same.known().number(), null, "The file holds this number twice.");
                    }
                }
                case Outcome.Ready ready -> {
                    String number = ready.sheet().number();
                    if (!tally.see(number)) {
                        tally.rejected(number, ready.line(), "The file holds this number twice.");
                        continue;
                    }
                    ready.warnings().forEach(w -> tally.warn(number, ready.line(), w));
                    odd.put(number, ready.warnings());
                    KnownSheet before = known.get(number);
                    if (before != null) {
                        readAnew.add(number);
                    }
                    if (before == null) {
                        created.add(ready.sheet());
                    } else if (ready.sheet().sameAs(before)) {
                        tally.unchanged();
                        if (ready.digest() != null) {
                            sameInOtherBytes.add(number);
                            digests.add(ready.digest());
                        }
                    } else {
                        differing.put(before, ready.sheet());
                    }
                }
            }
        }
        create(created, source);
        change(differing, source);
        sheets.cameAs(sameInOtherBytes, digests);
        warnings.replace(export.feed(), readAnew, odd);
    }

    /** What only shows at the end: certifications that went or came back; then everybody is told. */
    void end() {
        List<String> missing = tally.missing();
        sheets.missing(missing, export.date());
        history.missing(export, missing);
        List<String> returned = tally.returned();
        sheets.missing(returned, null);
        history.returned(export, returned);
        Set<String> ours = ours();
        tellWhole(changed, ours, RecordSheet.Outcome.CHANGED);
        tellWhole(closed, ours, RecordSheet.Outcome.CLOSED);
        publication.publishAll(changed, RecordSheet.Outcome.CHANGED);
        publication.publishAll(closed, RecordSheet.Outcome.CLOSED);
        withOtherBlocks.retainAll(ours);
        withOtherBlocks.forEach(number -> tally.warn(
                number, null, "The blocks have changed: check the competences and the assessment plan kept for them."));
    }

    /**
     * Those of the changed certifications to which we have added something. Asked at the end, of rows that are ours until
     * the transaction ends: what was added while the file was read is there, and nothing more can be.
     */
    private Set<String> ours() {
        List<String> numbers = Stream.concat(changed.stream(), closed.stream())
                .map(Told::number)
                .toList();
        Set<String> ours = sheets.administered(numbers);
        ours.addAll(plans.planned(numbers));
        return ours;
    }

    /** Tells of those to which we have added something with all of it, and leaves the others in the list. */
    private void tellWhole(List<Told> told, Set<String> ours, RecordSheet.Outcome outcome) {
        told.stream()
                .map(Told::number)
                .filter(ours::contains)
                .forEach(number -> publication.publish(
                        number, outcome, plans.published(number).orElse(null)));
        told.removeIf(t -> ours.contains(t.number()));
    }

    private void create(List<PreparedSheet> created, SheetSource source) {
        if (created.isEmpty()) {
            return;
        }
        sheets.create(created, source);
        history.created(export, created.stream().map(PreparedSheet::number).toList());
        publication.publishAll(
                created.stream().map(s -> Told.of(s.sheet(), s.isActive(today))).toList(), RecordSheet.Outcome.CREATED);
        created.forEach(s -> tally.created());
    }

    private void change(Map<KnownSheet, PreparedSheet> differing, SheetSource source) {
        if (differing.isEmpty()) {
            return;
        }
        Map<String, Recorded> before = sheets.recorded(
                differing.keySet().stream().map(KnownSheet::number).toList());
        sheets.change(differing, source);
        List<Changed> changes = new ArrayList<>();
        differing.forEach((was, is) -> {
            boolean ends = was.active() && !is.isActive(today);
            Recorded recorded = Objects.requireNonNull(before.get(was.number()));
            changes.add(new Changed(recorded, is, ends));
            tally.updated(ends);
            (ends ? closed : changed).add(Told.of(is.sheet(), is.isActive(today)));
            if (!recorded.sheet().blocks().equals(is.sheet().blocks())) {
                withOtherBlocks.add(was.number());
            }
        });
        history.changed(export, changes);
    }
}
