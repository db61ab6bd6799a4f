package fr.parchemin.session.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/** A room of an exam site in which one jury at a time receives one candidate. Taken out of use it stays for the plans it is in. */
@Entity
@Table(name = "room")
class Room {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "site_id")
    private UUID siteId;

    @Column(name = "name")
    private String name;

    @Column(name = "event_codes")
    private List<String> eventCodes = List.of();

    @Column(name = "in_use")
    private boolean inUse;

    @SuppressWarnings("NullAway.Init")
    protected Room() {
        // For Hibernate.
    }

    Room(UUID id, UUID siteId, String name, List<String> eventCodes, boolean inUse) {
        this.id = id;
        this.siteId = siteId;
        change(name, eventCodes, inUse);
    }

    final void change(String newName, List<String> newEventCodes, boolean newInUse) {
        this.name = newName;
        this.eventCodes = newEventCodes.stream().distinct().sorted().toList();
        this.inUse = newInUse;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID siteId() {
        return siteId;
    }

    String name() {
        return name;
    }

    List<String> eventCodes() {
        return eventCodes;
    }

    boolean inUse() {
        return inUse;
    }
}
