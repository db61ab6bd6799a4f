package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Records the sheet of a certification as a feed shows it. Whoever calls tells the others what became of it. */
@ApplicationScoped
public class RecordSheet {

    /** Sheets are recorded by one transaction at a time: an import knows beforehand what is there. */
    static final String AWAIT_TURN = "select 1 from pg_advisory_xact_lock(hashtextextended('certification/sheets', 0))";

    private final CertificationRepository certifications;
    private final Event<SheetMemory.Changed> changed;
    private final Clock clock;

    RecordSheet(CertificationRepository certifications, Event<SheetMemory.Changed> changed, Clock clock) {
        this.certifications = certifications;
        this.changed = changed;
        this.clock = clock;
    }

    /** What became of a sheet. */
    public enum Outcome {
        /** Seen for the first time. */
        CREATED,
        CHANGED,
        /** Changed, and its registration no longer runs. */
        CLOSED,
        UNCHANGED
    }

    /** Records a sheet; one that is equal to the recorded one, or older, leaves everything as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome record(Sheet sheet, List<Partner> partners, SheetSource source) {
        certifications
                .getEntityManager()
                .createNativeQuery(AWAIT_TURN, Integer.class)
                .getSingleResult();
        changed.fire(new SheetMemory.Changed());
        Certification known = certifications.findById(sheet.number());
        if (known == null) {
            certifications.persist(new Certification(sheet, partners, source, clock.instant()));
            Log.infof("%s recorded", sheet.number());
            return Outcome.CREATED;
        }
        LocalDate today = Days.today(clock);
        boolean wasActive = known.isActive(today);
        if (!known.record(sheet, partners, source, clock.instant())) {
            return Outcome.UNCHANGED;
        }
        Outcome outcome = wasActive && !known.isActive(today) ? Outcome.CLOSED : Outcome.CHANGED;
        Log.infof("%s recorded anew: %s", sheet.number(), outcome);
        return outcome;
    }
}
