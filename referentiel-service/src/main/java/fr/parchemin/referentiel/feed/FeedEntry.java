package fr.parchemin.referentiel.feed;

import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of a feed. */
public sealed interface FeedEntry {

    /** Line of the file where the record begins, from 1. */
    int line();

    /**
     * A record that can be used.
     *
     * @param warnings what is odd about it: kept as it came, told in the report
     */
    record Read(int line, Sheet sheet, List<Partner> partners, List<String> warnings) implements FeedEntry {

        public Read {
            partners = List.copyOf(partners);
            warnings = List.copyOf(warnings);
        }
    }

    /** A record without what makes it a record: its number or its title. */
    record Rejected(int line, @Nullable String number, String reason) implements FeedEntry {}
}
