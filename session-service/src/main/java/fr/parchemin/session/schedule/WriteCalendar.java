package fr.parchemin.session.schedule;

import fr.parchemin.session.calendar.CalendarText;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.centre.SiteView;
import fr.parchemin.session.examsession.ExamSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets the passages of a schedule as a calendar that people subscribe to, in French. */
@ApplicationScoped
class WriteCalendar {

    private final ReadCentres centres;
    private final PassageRepository passages;

    WriteCalendar(ReadCentres centres, PassageRepository passages) {
        this.centres = centres;
        this.passages = passages;
    }

    String of(ReadSchedule.Shown shown, ReadSchedule.Wanted wanted) {
        ExamSession session = shown.inHand().session();
        SiteView site = centres.address(session.centreId(), session.siteId()).orElseThrow();
        String address = "%s, %s, %s %s".formatted(site.name(), site.addressLine(), site.postalCode(), site.city());
        String title = shown.inHand().certification().title();
        boolean forCandidate = wanted.enrolmentId() != null;
        List<StoredPassage> stored = passages.of(session.id());
        List<CalendarText.Entry> entries = new ArrayList<>();
        for (ScheduleView.PassageView p : shown.view().passages()) {
            Instant startsAt = p.startsAt();
            if (startsAt == null) {
                continue;
            }
            String label = Objects.requireNonNullElse(p.eventLabel(), p.eventCode());
            String jury = p.jurors().stream().map(ScheduleView.JurorView::name).collect(Collectors.joining(", "));
            String duration =
                    "Durée : " + p.minutes() + " min" + (p.extraTimePercent() == null ? "" : " (temps majoré)");
            entries.add(new CalendarText.Entry(
                    p.id() + "@parchemin.fr",
                    p.version(),
                    changedAt(stored, p.id()),
                    startsAt,
                    Objects.requireNonNull(p.endsAt()),
                    forCandidate ? label : label + " : " + Objects.requireNonNullElse(p.candidateName(), "—"),
                    Objects.requireNonNullElse(p.roomName(), "") + ", " + address,
                    "%s (%s)\n%s\nJury : %s".formatted(title, session.certificationNumber(), duration, jury)));
        }
        return CalendarText.of("Examen : " + title, entries);
    }

    private static Instant changedAt(List<StoredPassage> stored, UUID id) {
        return stored.stream()
                .filter(p -> p.id().equals(id))
                .map(StoredPassage::changedAt)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}
