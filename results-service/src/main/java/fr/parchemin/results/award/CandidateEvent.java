package fr.parchemin.results.award;

import fr.parchemin.kit.outbox.OutboundEvent;
import java.util.UUID;

/** A fact about one candidate: all of them arrive in one order. */
public interface CandidateEvent extends OutboundEvent {

    UUID candidateId();

    @Override
    default String topic() {
        return "parchemin.results";
    }

    @Override
    default String key() {
        return candidateId().toString();
    }
}
