package fr.parchemin.kit.test.sample;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SampleNoteRepository implements PanacheRepositoryBase<SampleNote, UUID> {

    Optional<SampleNote> named(String name) {
        return find("name = ?1", name).firstResultOptional();
    }

    List<SampleNote> after(String prefix, String name, int rows) {
        return find("name like ?1 and name > ?2 order by name", prefix + "%", name)
                .page(0, rows)
                .list();
    }
}
