package fr.parchemin.results.published;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows notified outcomes to the organisation that trained or examined the candidate. */
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
        return Page.of(
                results.page(page, caller.siret().orElse(""), filter),
                page,
                r -> List.of(String.valueOf(r.notifiedAt()), r.enrolmentId().toString()),
                ResultView::of);
    }
}
