package fr.parchemin.session.document;

import fr.parchemin.session.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document as callers see it. */
@Schema(name = "Document", description = "A document that a candidate presented.")
public record DocumentView(
        UUID id,
        UUID sessionId,
        UUID enrolmentId,
        DocumentKind kind,
        String reference,
        String issuer,
        LocalDate issuedOn,
        LocalDate validUntil,

        @Schema(description = "Whether it holds on the candidate's examination day; otherwise it proves nothing (R87).")
        boolean validOnExamDay,

        Instant presentedAt,

        @Schema(description = "Rules that only warn, at the recording.")
        List<Finding> warnings) {

    static DocumentView of(PresentedDocument d, List<Finding> warnings) {
        PresentedDocument.Certificate c = d.certificate();
        return new DocumentView(
                d.id(),
                d.sessionId(),
                d.enrolmentId(),
                c.kind(),
                c.reference(),
                c.issuer(),
                c.issuedOn(),
                c.validUntil(),
                d.validOnExamDay(),
                d.presentedAt(),
                warnings);
    }
}
