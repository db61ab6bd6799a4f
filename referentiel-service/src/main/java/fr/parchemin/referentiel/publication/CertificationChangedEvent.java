package fr.parchemin.referentiel.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.parchemin.kit.outbox.OutboundEvent;

/** The sheet, the competences or the assessment plan of a certification differ from what was told before. */
record CertificationChangedEvent(@JsonUnwrapped CertificationSnapshot certification) implements OutboundEvent {

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
