package fr.parchemin.session.juror;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.session.Moments;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Registers a juror and tells the others who it is. */
@ApplicationScoped
class RegisterJuror {

    private final JurorRepository jurors;
    private final Outbox outbox;
    private final Clock clock;

    RegisterJuror(JurorRepository jurors, Outbox outbox, Clock clock) {
        this.jurors = jurors;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    JurorView juror(JurorRequest request) {
        Juror juror = new Juror(
                Ids.next(),
                request.subject(),
                request.lastName(),
                request.firstName(),
                request.employerSiret(),
                Moments.now(clock));
        jurors.persistAndFlush(juror);
        outbox.append(new JurorIdentifiedEvent(juror.id(), juror.subject(), juror.lastName(), juror.firstName()));
        Log.infof("juror %s registered", juror.id());
        return JurorView.of(juror);
    }
}
