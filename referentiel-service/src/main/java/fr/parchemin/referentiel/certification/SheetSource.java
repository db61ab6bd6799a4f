package fr.parchemin.referentiel.certification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a sheet was read.
 *
 * @param feed name of the feed
 * @param version format that the feed says it has
 * @param date day of the export; null when it has none, which counts as older than any other
 */
@Embeddable
public record SheetSource(
        @Column(name = "source_feed") String feed,
        @Column(name = "source_version") @Nullable String version,
        @Column(name = "source_date") @Nullable LocalDate date,
        @Column(name = "imported_at") Instant importedAt) {

    /** The catalogue that comes with the service. */
    public static final String SHIPPED = "SHIPPED_CATALOGUE";

    boolean isOlderThan(SheetSource other) {
        return other.date != null && (date == null || date.isBefore(other.date));
    }
}
