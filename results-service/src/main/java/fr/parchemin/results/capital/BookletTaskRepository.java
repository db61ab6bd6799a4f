package fr.parchemin.results.capital;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BookletTaskRepository implements PanacheRepositoryBase<BookletTask, UUID> {

    /** The oldest task under way that nobody else works on. */
    @Nullable
    BookletTask next() {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select * from booklet_task where ended_at is null order by created_at, id limit 1 for update skip locked",
                        BookletTask.class)
                .getResultList();
        return found.isEmpty() ? null : (BookletTask) found.getFirst();
    }

    /** The next candidates, by id, who obtained, were granted or are recognised something of these titles. */
    @SuppressWarnings("unchecked")
    List<UUID> touched(Collection<String> certifications, @Nullable UUID after, int many) {
        String next = " where certification_number in (:numbers) and candidate_id > :after order by candidate_id limit "
                + many + ")";
        return getEntityManager()
                .createNativeQuery(
                        "select candidate_id from ((select distinct candidate_id from acquisition" + next
                                + " union (select distinct candidate_id from equivalence" + next
                                + " union (select distinct candidate_id from recognition" + next
                                + ") as person order by candidate_id limit " + many,
                        UUID.class)
                .setParameter("numbers", certifications)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .getResultList();
    }
}
