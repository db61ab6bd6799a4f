package fr.parchemin.session.candidateimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a row is refused. */
@Schema(name = "CandidateRowFault")
record RowFault(
        @JsonIgnore Column at,

        @Nullable @Schema(description = "Number of the rule, null for a matter of form.", examples = "R122")
        String rule,

        @Schema(description = "What is wrong and what would make it right.")
        String message) {

    /** Name of the column in the template. */
    @JsonProperty
    @Schema(description = "Column of the template.", examples = "date_naissance")
    public String column() {
        return at.french();
    }

    /** Name of the field in the API. */
    @JsonProperty
    @Schema(description = "Field of the API.", examples = "bornOn")
    public String field() {
        return at.field();
    }
}
