package fr.parchemin.results.research;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one session came to for somebody, for research. */
@Schema(name = "ResearchResult")
@JsonPropertyOrder({
    "pseudonym",
    "certificationNumber",
    "sessionType",
    "blockCode",
    "route",
    "outcome",
    "titleAwarded",
    "blocks",
    "ageBand",
    "region",
    "month"
})
record ResearchResultView(
        @Schema(description = "The same person has the same one in this file, and another one in every other file.")
        String pseudonym,

        @Schema(examples = "RNCP37722") String certificationNumber,
        @Schema(examples = "TITLE") String sessionType,
        @Nullable String blockCode,
        @Nullable @Schema(examples = "CONTINUING") String route,
        @Schema(examples = "PARTIAL_SUCCESS") String outcome,
        boolean titleAwarded,
        List<Block> blocks,

        @Nullable @Schema(description = "Age on the first day; null when the identity is not kept any more.")
        AgeBand ageBand,

        @Schema(
                description = "Where the session was held, by the code of INSEE; 99 is outside of all.",
                examples = "84")
        String region,

        @Schema(description = "Year and month of the last day.", examples = "2026-11")
        String month) {

    /** One block and what became of it. */
    @Schema(name = "ResearchBlock")
    record Block(String code, String result) {}
}
