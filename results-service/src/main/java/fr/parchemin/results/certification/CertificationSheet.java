package fr.parchemin.results.certification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a booklet needs to know of a title, examined here or not: its blocks, until when it is registered, what it follows
 * and which of its blocks the register declares to correspond with those of another one (R11).
 */
@Entity
@Table(name = "certification_sheet")
public class CertificationSheet {

    /**
     * A row of the register: blocks of this title that correspond with blocks of another one.
     *
     * @param blocks codes of this title's blocks, none for all of them
     * @param otherNumber the other title, null where the register does not name it
     * @param otherBlocks codes of its blocks, none for all of them
     */
    public record Row(List<String> blocks, @Nullable String otherNumber, List<String> otherBlocks) {}

    @Id
    private String number;

    @Column(name = "title")
    private String title;

    @Column(name = "registration_ends_on")
    private @Nullable LocalDate registrationEndsOn;

    @Column(name = "last_delivery_on")
    private @Nullable LocalDate lastDeliveryOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "blocks")
    private List<Block> blocks;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "predecessors")
    private List<String> predecessors;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "successors")
    private List<String> successors;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "correspondences")
    private List<Row> correspondences;

    @Column(name = "sequence")
    private long sequence;

    @SuppressWarnings("NullAway.Init")
    protected CertificationSheet() {}

    @SuppressWarnings("NullAway.Init")
    CertificationSheet(CopyCertification.Told told) {
        number = told.snapshot().number();
        refresh(told);
    }

    final void refresh(CopyCertification.Told as) {
        CertificationEvent told = as.snapshot();
        sequence = as.sequence();
        title = told.title();
        registrationEndsOn = told.registrationEndsOn();
        lastDeliveryOn = told.lastDeliveryOn();
        blocks = List.copyOf(told.blocks());
        predecessors = orNone(told.predecessors());
        successors = orNone(told.successors());
        correspondences = orNone(told.correspondences());
    }

    private static <T> List<T> orNone(@Nullable List<T> told) {
        return told == null ? List.of() : List.copyOf(told);
    }

    public String number() {
        return number;
    }

    /** Place of the snapshot among all that were told of this title. */
    long sequence() {
        return sequence;
    }

    public String title() {
        return title;
    }

    public @Nullable LocalDate registrationEndsOn() {
        return registrationEndsOn;
    }

    /** The last day on which the register lets the title be awarded, when it says one. */
    public @Nullable LocalDate lastDeliveryOn() {
        return lastDeliveryOn;
    }

    public List<Block> blocks() {
        return blocks;
    }

    public List<String> predecessors() {
        return predecessors;
    }

    public List<String> successors() {
        return successors;
    }

    public List<Row> correspondences() {
        return correspondences;
    }
}
