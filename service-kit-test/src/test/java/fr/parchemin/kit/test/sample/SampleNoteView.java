package fr.parchemin.kit.test.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

record SampleNoteView(UUID id, String name, String text, int version) {

    /** Computed, so it is in the answer and no component. */
    @JsonProperty
    int length() {
        return text.length();
    }
}
