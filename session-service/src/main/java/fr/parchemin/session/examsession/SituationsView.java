package fr.parchemin.session.examsession;

import fr.parchemin.kit.web.EntityTags;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The situations of the kit as callers see them. */
@Schema(name = "Situations", description = "The situations of the assessment kit, from which candidates draw.")
record SituationsView(UUID sessionId, int version, List<Situation> situations) {

    static SituationsView of(ExamSession s) {
        return new SituationsView(
                s.id(),
                s.situationsVersion(),
                s.situations().stream()
                        .map(k -> new Situation(k.code(), k.type(), k.label()))
                        .toList());
    }

    String tag() {
        return EntityTags.of("situations", sessionId, version);
    }

    /** One situation. */
    @Schema(name = "KitSituation")
    record Situation(String code, String type, String label) {}
}
