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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Takes the records of one file, batch by batch, in one transaction: sheets, history and what others are told. */
final class TakeRecords {

    private final RecordManySheets sheets;
    private final RecordChanges history;
    private final PublishCertification publication;
    private final ReadAssessmentPlan plans;
    private final Set<String> planned;
    private final Map<String, KnownSheet> known;
    private final ImportTally tally;
    private final RecordChanges.Export export;
    private final LocalDate today;

    /** Told at the end, because telling holds up everybody else. */
    private final List<Told> changed = new ArrayList<>();

    private final List<Told> closed = new ArrayList<>();
    private final Map<String, RecordSheet.Outcome> administered = new LinkedHashMap<>();

    TakeRecords(
            RecordManySheets sheets,
            RecordChanges history,
            PublishCertification publication,
            ReadAssessmentPlan plans,
            Map<String, KnownSheet> known,
            ImportTally tally,
            RecordChanges.Export export,
            LocalDate today) {
        this.sheets = sheets;
        this.history = history;
        this.publication = publication;
        this.plans = plans;
        this.planned = plans.numbers();
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
        for (CsvSheet rows : batch) {
            if (rows.isComplete()) {
                Recorded recorded = before.get(rows.number());
                List<Partner> partners = recorded == null ? List.of() : recorded.partners();
                PreparedSheet sheet = new PreparedSheet(
                        rows.sheet(recorded == null ? null : recorded.sheet(), partners),
                        rows.partners(partners),
                        null);
                outcomes.add(new Outcome.Ready(sheet, null, null, rows.warnings()));
            } else {
                outcomes.add(new Outcome.Rejected(
                        rows.number(),
                        null,
                        "The file Standard has no usable row for it: number or title is missing."));
            }
        }
        take(outcomes, source);
    }

    void take(List<Outcome> outcomes, SheetSource source) {
        List<PreparedSheet> created = new ArrayList<>();
        Map<KnownSheet, PreparedSheet> differing = new LinkedHashMap<>();
        List<String> sameInOtherBytes = new ArrayList<>();
        List<byte[]> digests = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Rejected r -> {
                    if (r.number() != null) {
                        // It is in the register, only not as it should be: not missing.
                        boolean unused = tally.see(r.number());
                    }
                    tally.rejected(r.number(), r.line(), r.reason());
                }
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
                    KnownSheet before = known.get(number);
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
    }

    /** What only shows at the end: certifications that went or came back; then everybody is told. */
    void end() {
        List<String> missing = tally.missing();
        sheets.missing(missing, export.date());
        history.missing(export, missing);
        List<String> returned = tally.returned();
        sheets.missing(returned, null);
        history.returned(export, returned);
        administered.forEach((number, outcome) ->
                publication.publish(number, outcome, plans.published(number).orElse(null)));
        publication.publishAll(changed, RecordSheet.Outcome.CHANGED);
        publication.publishAll(closed, RecordSheet.Outcome.CLOSED);
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
            if (was.administered() || planned.contains(was.number())) {
                administered.put(was.number(), ends ? RecordSheet.Outcome.CLOSED : RecordSheet.Outcome.CHANGED);
                if (!recorded.sheet().blocks().equals(is.sheet().blocks())) {
                    tally.warn(
                            was.number(),
                            null,
                            "The blocks have changed: check the competences and the assessment plan kept for them.");
                }
            } else {
                (ends ? closed : changed).add(Told.of(is.sheet(), is.isActive(today)));
            }
        });
        history.changed(export, changes);
    }
}
