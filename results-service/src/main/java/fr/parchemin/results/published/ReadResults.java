package fr.parchemin.results.published;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows notified outcomes: to a centre those of its sessions, to a platform those of whom it trained or entered. */
@ApplicationScoped
class ReadResults {

    private final PublishedResultRepository results;
    private final Caller caller;

    ReadResults(PublishedResultRepository results, Caller caller) {
        this.results = results;
        this.caller = caller;
    }

    @Transactional
    Page<ResultView> page(PublishedResultRepository.Filter filter, PageRequest page) {
        String siret = caller.siret().orElse("");
        return Page.of(
                caller.has(Roles.CENTRE)
                        ? results.examinedBy(page, siret, filter)
                        : results.trainedOrEnteredBy(page, siret, filter),
                page,
                r -> List.of(String.valueOf(r.updatedAt()), r.enrolmentId().toString()),
                ResultView::of);
    }
}
