package fr.parchemin.results.audit;

import fr.parchemin.kit.sandbox.ClockMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;

/** In a sandbox the days of the trail may go back: the trail itself says where and by whom. */
@ApplicationScoped
class NoteMovedClock {

    private final AuditTrail audit;

    NoteMovedClock(AuditTrail audit) {
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void note(@Observes ClockMoved moved) {
        audit.change(
                "clockMoved",
                "service",
                "results",
                null,
                Map.of("to", moved.to().toString(), "real", moved.real()));
    }
}
