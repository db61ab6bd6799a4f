package fr.parchemin.session.juror;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.parchemin.kit.outbox.OutboundEvent;
import java.util.UUID;

/**
 * Who a juror is, on the restricted topic.
 *
 * @param login {@code subject} on the wire: the {@code sub} of the juror's tokens
 */
record JurorIdentifiedEvent(
        UUID jurorId, @JsonProperty("subject") String login, String lastName, String firstName)
        implements OutboundEvent {

    @Override
    public String topic() {
        return "parchemin.identities";
    }

    @Override
    public String key() {
        return jurorId.toString();
    }

    @Override
    public String subject() {
        return jurorId.toString();
    }
}
