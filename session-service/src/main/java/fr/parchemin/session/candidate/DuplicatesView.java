package fr.parchemin.session.candidate;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records that are likely the same person, as far as the caller may know. */
@Schema(
        name = "LikelyDuplicates",
        description = "Records that are likely the same person. Nothing is merged: look at them, and use one.",
        examples =
                "{\"items\": [{\"candidateId\": \"019a0000-0000-7000-8000-000000000001\", \"likeness\": {\"same\": [\"FIRST_NAMES\", \"BORN_ON\", \"SEX\", \"BIRTH_PLACE\"], \"close\": [\"BIRTH_NAME\"], \"different\": []}}], \"elsewhere\": false}")
public record DuplicatesView(
        @Schema(description = "Those that you may see: GET /v1/candidates/{candidateId} shows them.")
        List<Item> items,

        @Schema(
                description =
                        "Another organisation has recorded somebody who is likely the same person; nothing more is told of it.")
        boolean elsewhere) {

    /** There is none. */
    public static final DuplicatesView NONE = new DuplicatesView(List.of(), false);

    static DuplicatesView of(List<LikelyDuplicate> likely, Set<UUID> visible) {
        List<Item> own = likely.stream()
                .filter(l -> visible.contains(l.candidateId()))
                .map(l -> new Item(l.candidateId(), l.likeness()))
                .toList();
        return new DuplicatesView(own, own.size() < likely.size());
    }

    /** One of them. */
    @Schema(name = "LikelyDuplicate")
    public record Item(UUID candidateId, Likeness likeness) {}
}
