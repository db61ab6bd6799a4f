package fr.parchemin.referentiel.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.parchemin.kit.outbox.OutboundEvent;

/** The registration of a certification no longer runs. */
record CertificationClosedEvent(@JsonUnwrapped CertificationSnapshot certification) implements OutboundEvent {

    @Override
    public String topic() {
        return PublishCertification.TOPIC;
    }

    @Override
    public String key() {
        return certification.number();
    }

    @Override
    public String subject() {
        return certification.number();
    }
}
