package fr.parchemin.session.examsession;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A juror on the jury of a session.
 *
 * @param subject {@code sub} of the juror's tokens: what lets the juror see the session
 * @param charterAcceptedOn when the juror accepted the charter of jury members, null while not
 * @param present whether the juror was present at the opening
 */
@Embeddable
public record JuryMember(
        @Column(name = "juror_id") UUID jurorId,
        @Column(name = "subject") String subject,
        @Column(name = "charter_accepted_on") @Nullable LocalDate charterAcceptedOn,
        @Column(name = "present") boolean present) {}
