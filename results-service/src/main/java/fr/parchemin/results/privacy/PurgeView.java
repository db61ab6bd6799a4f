package fr.parchemin.results.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a purge would remove, or removed. */
@Schema(name = "Purge", description = "What the retention periods let go of today.")
record PurgeView(
        LocalDate on,

        @Schema(
                description =
                        "Stands for exactly this: sent back, it lets the purge go on; 409 when something changed since.",
                examples = "3f9c…")
        String token,

        List<ClassView> classes) {

    /** One class of data. */
    @Schema(name = "PurgeClass")
    record ClassView(
            @Schema(examples = "exam-file") String name,

            @Schema(description = "The parameter and its value.", examples = "retention.exam-file = P5Y")
            String parameter,

            @Schema(description = "What is older than this day goes.")
            LocalDate before,

            @Schema(description = "Sessions concerned, for the exam file.")
            long sessions,

            @Schema(description = "Sessions that a legal hold keeps from it.")
            long held,

            @Schema(description = "Rows by kind.") Map<String, Long> rows) {}
}
