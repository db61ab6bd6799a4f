package fr.parchemin.session.approval;

import fr.parchemin.kit.outbox.OutboundEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An approval ends before its last day.
 *
 * @param sessions still to be held and no longer covered
 */
record ApprovalEndedEvent(
        UUID approvalId,
        UUID centreId,
        UUID siteId,
        String certificationNumber,
        LocalDate lastDay,
        String decision,
        List<UUID> sessions)
        implements OutboundEvent {

    @Override
    public String topic() {
        return "parchemin.sessions";
    }

    @Override
    public String key() {
        return centreId.toString();
    }

    @Override
    public String subject() {
        return approvalId.toString();
    }
}
