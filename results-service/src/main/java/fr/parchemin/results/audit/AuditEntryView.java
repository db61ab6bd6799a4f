package fr.parchemin.results.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the trail. */
@Schema(name = "AuditEntry", description = "Who read or changed what, when and why.")
public record AuditEntryView(
        long id,
        AuditChain chain,
        Instant at,

        @Schema(
                description = "Subject of the token; system for what an event brought about.",
                examples = "demo-juror-1")
        String actor,

        String client,

        @Schema(examples = "recordValidated") String action,
        @Schema(examples = "record") String subjectType,
        String subjectId,
        @Nullable String reason,

        @Schema(
                type = SchemaType.OBJECT,
                description = "What else is known of it: ids, versions, states; never a name.")
        @JsonRawValue
        String details,

        @Schema(description = "Place in its chain; null for the second that it takes to get one.") @Nullable
        Long position,

        @Nullable String hash) {

    static AuditEntryView of(AuditEntry e) {
        return new AuditEntryView(
                e.id(),
                e.chain(),
                e.at(),
                e.actor(),
                e.client(),
                e.action(),
                e.subjectType(),
                e.subjectId(),
                e.reason(),
                e.details(),
                e.position(),
                e.hash());
    }
}
