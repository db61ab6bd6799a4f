package fr.parchemin.results.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Shows a record to those whom its session concerns. */
@ApplicationScoped
public class ReadRecord {

    private final RecordDesk desk;

    ReadRecord(RecordDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public RecordView record(UUID id) {
        return desk.view(desk.find(id));
    }
}
