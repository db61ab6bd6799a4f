package fr.parchemin.session.rules;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** Refuses to start with a mode or parameter that cannot be read, so that no rule fails on the first request that meets it. */
@ApplicationScoped
class CheckSettings {

    void check(@Observes StartupEvent start, @Any Instance<RuleSet> sets, RuleBook book) {
        book.check(sets.stream()
                .flatMap(s -> s.rules().stream())
                .map(Rule::sheet)
                .distinct()
                .toList());
    }
}
