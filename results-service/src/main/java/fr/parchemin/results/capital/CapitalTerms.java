package fr.parchemin.results.capital;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The parameters of capitalisation that the texts leave open. */
@ApplicationScoped
public class CapitalTerms {

    private final Period afterExpiry;
    private final boolean feedDeadlineWins;
    private final boolean transitive;

    /**
     * @param afterExpiry {@code capitalisation.after-expiry} (R97): how long blocks add up after the end of registration
     * @param feedDeadlineWins {@code grace.feed-deadline-wins} (R10): whether the register's last day of award replaces it
     * @param transitive {@code correspondence.transitive} (R11): whether a block held by correspondence counts for a further
     *     one; no text says so
     */
    public CapitalTerms(
            @ConfigProperty(name = "capitalisation.after-expiry", defaultValue = "P1Y") String afterExpiry,
            @ConfigProperty(name = "grace.feed-deadline-wins", defaultValue = "true") boolean feedDeadlineWins,
            @ConfigProperty(name = "correspondence.transitive", defaultValue = "false") boolean transitive) {
        this.afterExpiry = Period.parse(afterExpiry);
        this.feedDeadlineWins = feedDeadlineWins;
        this.transitive = transitive;
    }

    /** The defaults. */
    public static CapitalTerms standard() {
        return new CapitalTerms("P1Y", true, false);
    }

    /** The last day on which blocks add up to the title; null while no end is known. */
    @Nullable
    LocalDate countsUntil(Version version) {
        if (feedDeadlineWins && version.lastDeliveryOn() != null) {
            return version.lastDeliveryOn();
        }
        return version.endsOn() == null ? null : version.endsOn().plus(afterExpiry);
    }

    boolean transitive() {
        return transitive;
    }
}
