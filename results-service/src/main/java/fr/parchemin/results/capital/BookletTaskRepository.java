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

    /** The next candidates, by id, who obtained or were granted something of these titles. */
    List<UUID> touched(Collection<String> certifications, @Nullable UUID after, int many) {
        return getEntityManager()
                .createQuery("""
                        select candidateId from Acquisition where certificationNumber in :numbers and candidateId > :after
                        union select candidateId from Equivalence where certificationNumber in :numbers and candidateId > :after
                        union select candidateId from Recognition where certificationNumber in :numbers and candidateId > :after
                        order by 1
                        """, UUID.class)
                .setParameter("numbers", certifications)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(many)
                .getResultList();
    }
}
