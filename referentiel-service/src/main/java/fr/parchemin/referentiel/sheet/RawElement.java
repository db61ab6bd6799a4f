package fr.parchemin.referentiel.sheet;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An element of the feed that has no place of its own in the {@link Sheet}: kept as it came, so that nothing is lost.
 *
 * @param name tag; with the tags of its parents before it when it is not a direct child of the record, each with the number of the
 *     item that it has become where it is one of a list, as in {@code CERTIFICATEURS/CERTIFICATEUR[2]/SIGLE}
 * @param text what it says, null when it only holds others
 */
@Schema(description = "An element of the source that has no field of its own here, as it came.")
public record RawElement(
        @Schema(examples = "DUREE_ENREGISTREMENT") String name,
        @Schema(examples = "5") @Nullable String text,
        List<RawElement> children) {

    public RawElement {
        children = List.copyOf(children);
    }
}
