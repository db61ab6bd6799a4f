package fr.parchemin.session.anonymity;

import fr.parchemin.session.candidate.CandidateView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The table of correspondence. */
@Schema(name = "Anonymity", description = "Who wrote which anonymous work: confidential.")
record AnonymityView(
        UUID sessionId,
        Instant assignedAt,

        @Nullable @Schema(description = "When it was given to the jury for the interviews; null while it is not.")
        Instant releasedAt,

        List<Row> rows) {

    /** @param names of those that the caller sees, by enrolment */
    static AnonymityView of(Anonymity a, Map<UUID, CandidateView> names) {
        return new AnonymityView(
                a.sessionId(),
                a.assignedAt(),
                a.releasedAt(),
                a.assigned().stream()
                        .map(i -> new Row(i.identifier(), i.enrolmentId(), name(names.get(i.enrolmentId()))))
                        .toList());
    }

    private static String name(@Nullable CandidateView c) {
        return c == null ? "" : c.birthName() + " " + String.join(" ", c.firstNames());
    }

    /** One candidate. */
    @Schema(name = "AnonymousIdentifier")
    record Row(@Schema(examples = "REMN-P03-011") String identifier, UUID enrolmentId, String candidateName) {}
}
