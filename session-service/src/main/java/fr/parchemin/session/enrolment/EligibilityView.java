package fr.parchemin.session.enrolment;

import fr.parchemin.session.rules.Finding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a candidate could be enrolled. */
@Schema(name = "Eligibility", description = "What an enrolment would answer.")
record EligibilityView(
        @Schema(description = "Whether no rule refuses.") boolean eligible,

        @Schema(
                description =
                        "Whether an award could be declared to the Caisse des Dépôts with the civil status as it is recorded; if not, the warnings say what to correct (D9, D15, R140).")
        boolean declarable,

        @Schema(description = "Every rule that refuses.") List<Finding> violations,
        @Schema(description = "Every rule that only warns.") List<Finding> warnings) {}
