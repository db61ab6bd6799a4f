package fr.parchemin.results.capital;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened and that a booklet follows from. Facts are never changed; another fact undoes them. */
public sealed interface Fact {

    /** What can be obtained. */
    enum Kind {
        BLOCK,
        TITLE,
        CCS
    }

    /** What undoes something, and thereby what it concerns. */
    enum Cause {
        /** R118: an award withdrawn by reasoned decision. */
        WITHDRAWN,
        /** R108: a record replaced by a rectifying one. */
        RECTIFIED,
        /** R121: a session annulled. */
        ANNULLED,
        /** A decision of the authority on an equivalence or a correspondence taken back. */
        REVOKED,
        /** A title that stood on a block which no longer counts. */
        GROUND_LOST
    }

    /** Which of the ids of a gain, or of a decision, an undoing names. */
    enum Scope {
        GAIN,
        RECORD,
        SESSION,
        EQUIVALENCE,
        CORRESPONDENCE
    }

    /**
     * Something obtained: at a session by a validated record, or by decision of the authority (equivalence, R13).
     *
     * @param planVersion version of the assessment plan under which it was judged, null for an equivalence
     * @param code block or complementary certificate, null for the title
     * @param on day of the award
     * @param restsOn for a title, the blocks that had to be held for it
     */
    record Gain(
            UUID id,
            Kind kind,
            String certification,
            @Nullable Integer planVersion,
            @Nullable String code,
            LocalDate on,
            @Nullable UUID recordId,
            @Nullable UUID sessionId,
            @Nullable UUID equivalenceId,
            Set<String> restsOn)
            implements Fact {

        /** Of two equal things the one held longer counts; the id settles the rest. */
        static final Comparator<Gain> OLDEST = Comparator.comparing(Gain::on).thenComparing(Gain::id);

        public Gain {
            restsOn = Set.copyOf(restsOn);
        }
    }

    /** Something that no longer counts from the beginning, on a day and for a reason. */
    record Undone(UUID id, Scope scope, UUID target, Cause cause, String reason, LocalDate on) implements Fact {

        /** The first of several that hit the same thing is the reason that is told. */
        static final Comparator<Undone> FIRST = Comparator.comparing(Undone::on).thenComparing(Undone::id);
    }

    /**
     * R11: who holds all of some blocks of one version is taken to hold some blocks of another one.
     *
     * @param fromBlocks none for all blocks of {@code from}
     * @param toBlocks none for all blocks of {@code to}
     * @param on day of the decision
     * @param reference where it is written
     */
    record Correspondence(
            UUID id,
            String from,
            List<String> fromBlocks,
            String to,
            List<String> toBlocks,
            LocalDate on,
            String reference)
            implements Fact {

        public Correspondence {
            fromBlocks = List.copyOf(fromBlocks);
            toBlocks = List.copyOf(toBlocks);
        }
    }
}
