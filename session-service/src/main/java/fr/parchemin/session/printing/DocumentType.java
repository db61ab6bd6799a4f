package fr.parchemin.session.printing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The documents of a session. */
enum DocumentType {
    SUMMONS("summons", "convocation"),
    ATTENDANCE_SHEET("attendance-sheet", "emargement"),
    SCHEDULE("schedule", "passages");

    private final String slug;
    private final String fileName;

    DocumentType(String slug, String fileName) {
        this.slug = slug;
        this.fileName = fileName;
    }

    /** As paths have it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** What a file of it is called. */
    String fileName() {
        return fileName;
    }

    /** For JAX-RS, which answers 404 when this fails. */
    public static DocumentType fromString(String slug) {
        return Arrays.stream(values())
                .filter(t -> t.slug.equals(slug))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
