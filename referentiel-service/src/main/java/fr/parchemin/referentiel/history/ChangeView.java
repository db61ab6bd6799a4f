package fr.parchemin.referentiel.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one export changed in one certification. */
@Schema(name = "CertificationChange", description = "What one export changed in one certification.")
public record ChangeView(
        @Schema(description = "Grows with every change of this certification.")
        long id,

        @Schema(description = "Day of the export.", examples = "2026-11-23")
        LocalDate date,

        @Schema(description = "Form of the export: XML or CSV.", examples = "XML")
        String feed,

        Instant changedAt,

        @Schema(
                description = "CREATED: seen for the first time. CLOSED: changed, and its registration no longer runs."
                        + " MISSING: no longer in the export. RETURNED: in the export again.")
        Kind kind,

        List<FieldChange> fields) {

    enum Kind {
        CREATED,
        CHANGED,
        CLOSED,
        MISSING,
        RETURNED
    }

    /** One field before and after. */
    @Schema(
            name = "FieldChange",
            description =
                    "One field of the sheet. Of a list, before has the elements that went, after those that came.")
    public record FieldChange(
            @Schema(examples = "title") String field,

            @Schema(description = "Absent when there was nothing.")
            JsonNode before,

            @Schema(description = "Absent when there is nothing.")
            JsonNode after) {}
}
