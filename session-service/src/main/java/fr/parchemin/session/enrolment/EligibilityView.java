package fr.parchemin.session.enrolment;

import fr.parchemin.session.rules.Finding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a candidate could be enrolled. */
@Schema(name = "Eligibility", description = "What an enrolment would answer.")
record EligibilityView(
        @Schema(description = "Whether no rule refuses.") boolean eligible,
        @Schema(description = "Every rule that refuses.") List<Finding> violations,
        @Schema(description = "Every rule that only warns.") List<Finding> warnings) {}
