package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.Sheet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certification as it is recorded, for whoever needs all of it.
 *
 * @param active whether the registration runs today
 * @param version grows with every change
 */
public record RecordedCertification(
        Sheet sheet,
        @Nullable String acronym,
        boolean active,
        List<BlockView> blocks,
        SheetSource source,
        Instant updatedAt,
        int version) {

    public RecordedCertification {
        blocks = List.copyOf(blocks);
    }
}
