package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.identifier.Register;
import fr.parchemin.referentiel.sheet.Packed;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import fr.parchemin.referentiel.sheet.StoredJson;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certification of RNCP or RS. It is recorded when a feed first shows it and recorded anew whenever its sheet differs; it
 * is closed when its registration ends and never removed, since sessions and awards go on referring to it. The competences
 * of its blocks are ours: a feed gives only a text and never overwrites them.
 */
@Entity
@Table(name = "certification")
class Certification {

    /** Number in the register: unique, stable and known everywhere, so it needs no other id beside it. */
    @Id
    @Column(name = "number")
    private String number;

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "register")
    private Register register;

    @Column(name = "title")
    private String title;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "search_details")
    private String searchDetails;

    @Column(name = "acronym")
    private @Nullable String acronym;

    @Column(name = "type")
    private @Nullable String type;

    @Column(name = "level")
    private @Nullable Integer level;

    @Column(name = "active")
    private @Nullable Boolean active;

    @Column(name = "effective_on")
    private @Nullable LocalDate effectiveOn;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "registration_ends_on")
    private @Nullable LocalDate registrationEndsOn;

    @Column(name = "last_delivery_on")
    private @Nullable LocalDate lastDeliveryOn;

    @Column(name = "nsf")
    private List<String> nsf;

    @Column(name = "rome")
    private List<String> rome;

    @Column(name = "formacodes")
    private List<String> formacodes;

    @Column(name = "certifier_sirets")
    private List<String> certifierSirets;

    @Column(name = "open_routes")
    private List<String> openRoutes;

    @Column(name = "predecessors")
    private List<String> predecessors;

    @Column(name = "successors")
    private List<String> successors;

    @Column(name = "corresponding")
    private List<String> corresponding;

    @Column(name = "sheet")
    private byte[] sheet;

    @Column(name = "partners")
    private byte[] partners;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "raw_hash")
    private byte @Nullable [] rawHash;

    @Embedded
    private SheetSource source;

    // The database says it: a default when the row is new, a trigger when it changes.
    @Column(name = "updated_at", insertable = false)
    private Instant updatedAt;

    @Column(name = "missing_since")
    private @Nullable LocalDate missingSince;

    @ElementCollection
    @CollectionTable(name = "competence", joinColumns = @JoinColumn(name = "certification_number"))
    @OrderBy("blockCode, rank")
    private List<Competence> competences = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Certification() {
        // For Hibernate.
    }

    /** Records a certification seen for the first time. */
    @SuppressWarnings("NullAway.Init") // record() sets the rest
    Certification(Sheet sheet, List<Partner> partners, SheetSource source, Instant now) {
        this.number = sheet.number();
        this.register = sheet.certificationNumber().register();
        take(SheetColumns.of(sheet, partners), source, now);
    }

    /**
     * Records a sheet read again. An older export never replaces a newer one.
     *
     * @return whether anything differs from what was recorded
     */
    boolean record(Sheet read, List<Partner> partners, SheetSource from, Instant now) {
        SheetColumns columns = SheetColumns.of(read, partners);
        if (columns.contentHash().equals(contentHash) || from.isOlderThan(source)) {
            return false;
        }
        take(columns, from, now);
        return true;
    }

    /**
     * Records what we add to the sheet.
     *
     * @return whether anything differs from what was recorded
     */
    boolean administer(@Nullable String newAcronym, List<Competence> newCompetences, Instant now) {
        if (Objects.equals(acronym, newAcronym) && competences.equals(newCompetences)) {
            return false;
        }
        acronym = newAcronym;
        competences.clear();
        competences.addAll(newCompetences);
        searchText = SheetColumns.searchText(number, title, newAcronym);
        updatedAt = now;
        return true;
    }

    /** Whether the registration runs: what the register says, or where it says nothing, whether its end is still to come. */
    boolean isActive(LocalDate today) {
        return isActive(active, registrationEndsOn, today);
    }

    static boolean isActive(@Nullable Boolean said, @Nullable LocalDate endsOn, LocalDate today) {
        return said != null ? said : endsOn != null && !endsOn.isBefore(today);
    }

    Sheet sheet() {
        return StoredJson.read(Packed.unpack(sheet), Sheet.class);
    }

    List<Partner> partners() {
        return List.of(StoredJson.read(Packed.unpack(partners), Partner[].class));
    }

    /** Date of the first export that no longer held it; null while it is in the register. */
    @Nullable
    LocalDate missingSince() {
        return missingSince;
    }

    String number() {
        return number;
    }

    @Nullable
    String acronym() {
        return acronym;
    }

    List<Competence> competences() {
        return Collections.unmodifiableList(competences);
    }

    SheetSource source() {
        return source;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int version() {
        return version;
    }

    private void take(SheetColumns read, SheetSource from, Instant now) {
        title = read.title();
        searchText = SheetColumns.searchText(number, title, acronym);
        searchDetails = read.searchDetails();
        type = read.type();
        level = read.level();
        active = read.active();
        effectiveOn = read.effectiveOn();
        decidedOn = read.decidedOn();
        registrationEndsOn = read.registrationEndsOn();
        lastDeliveryOn = read.lastDeliveryOn();
        nsf = read.nsf();
        rome = read.rome();
        formacodes = read.formacodes();
        certifierSirets = read.certifierSirets();
        openRoutes = read.openRoutes();
        predecessors = read.predecessors();
        successors = read.successors();
        corresponding = read.corresponding();
        sheet = read.sheet();
        partners = read.partners();
        contentHash = read.contentHash();
        rawHash = null;
        missingSince = null;
        source = from;
        updatedAt = now;
    }
}
