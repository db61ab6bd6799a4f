package fr.parchemin.results.audit;

import java.util.Collection;
import java.util.UUID;

/** An answer that tells something of people: whoever reads it is noted with whom they read of (R136). */
public interface NamesPeople {

    /** Candidates of whom it tells. */
    Collection<UUID> people();
}
