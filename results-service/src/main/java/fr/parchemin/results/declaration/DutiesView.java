package fr.parchemin.results.declaration;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the certifier stands with its duty to declare. */
@Schema(name = "DeclarationDuties")
record DutiesView(
        LocalDate today,

        @Schema(description = "How many declarations there are in each state that any is in.")
        Map<Declaration.State, Long> states,

        @Schema(description = "Not taken in, and due by dueSoonBy at the latest; overdue ones are among them.")
        long dueSoon,

        @Schema(description = "30 days from today, unless cdc.warning says otherwise.")
        LocalDate dueSoonBy,

        @Schema(description = "Not taken in though the three months are over.")
        long overdue) {}
