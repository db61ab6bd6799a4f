package fr.parchemin.session.centre;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Equipped place of a centre where the assessment is held; approvals are given for one site. */
@Entity
@Table(name = "exam_site")
class ExamSite {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "centre_id")
    private UUID centreId;

    @Column(name = "name")
    private String name;

    @Column(name = "address_line")
    private String addressLine;

    @Column(name = "postal_code")
    private String postalCode;

    @Column(name = "city")
    private String city;

    @Column(name = "insee_code")
    private String inseeCode;

    @Column(name = "time_zone")
    private String timeZone;

    @SuppressWarnings("NullAway.Init")
    protected ExamSite() {
        // For Hibernate.
    }

    ExamSite(
            UUID id,
            UUID centreId,
            String name,
            String addressLine,
            String postalCode,
            String city,
            String inseeCode,
            String timeZone) {
        this.id = id;
        this.centreId = centreId;
        this.name = name;
        this.addressLine = addressLine;
        this.postalCode = postalCode;
        this.city = city;
        this.inseeCode = inseeCode;
        this.timeZone = timeZone;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID centreId() {
        return centreId;
    }

    String name() {
        return name;
    }

    String addressLine() {
        return addressLine;
    }

    String postalCode() {
        return postalCode;
    }

    String city() {
        return city;
    }

    String inseeCode() {
        return inseeCode;
    }

    String timeZone() {
        return timeZone;
    }
}
