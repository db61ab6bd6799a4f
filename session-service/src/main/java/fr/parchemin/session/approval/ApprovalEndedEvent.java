package fr.parchemin.session.approval;

import fr.parchemin.kit.outbox.OutboundEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approval ends before its last day.
 *
 * @param complementCode the complementary certificate that it was for, null for the title
 * @param sessions still to be held and no longer covered
 */
record ApprovalEndedEvent(
        UUID approvalId,
        UUID centreId,
        UUID siteId,
        String certificationNumber,
        @Nullable String complementCode,
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
