package fr.parchemin.results.record;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a record to those whom its session concerns. */
@ApplicationScoped
public class ReadRecord {

    private final RecordDesk desk;
    private final SessionRecordRepository records;
    private final Caller caller;

    ReadRecord(RecordDesk desk, SessionRecordRepository records, Caller caller) {
        this.desk = desk;
        this.records = records;
        this.caller = caller;
    }

    /** One page: the authority sees all, a centre those of its sessions. */
    @Transactional
    Page<RecordLineView> page(
            SessionRecord.@Nullable State state, @Nullable String certificationNumber, PageRequest page) {
        String centre = caller.has(Roles.AUTHORITY) ? null : caller.siret().orElse("");
        return Page.of(
                records.page(page, centre, state, certificationNumber),
                page,
                r -> List.of(r.submittedAt() == null ? "" : r.submittedAt().toString(), r.id().toString()),
                r -> r);
    }

    @Transactional
    public RecordView record(UUID id) {
        return desk.view(desk.find(id));
    }
}
