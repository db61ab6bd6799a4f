package fr.parchemin.session.examsession;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.centre.Place;
import fr.parchemin.session.centre.ReadCentres;
import fr.parchemin.session.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows sessions. */
@ApplicationScoped
class ReadSessions {

    private final SessionRepository sessions;
    private final TakeSession take;
    private final ReadCentres centres;
    private final RuleBook rules;
    private final Caller caller;

    ReadSessions(SessionRepository sessions, TakeSession take, ReadCentres centres, RuleBook rules, Caller caller) {
        this.sessions = sessions;
        this.take = take;
        this.centres = centres;
        this.rules = rules;
        this.caller = caller;
    }

    Page<SessionView> list(PageRequest page, SessionFilter filter) {
        List<ExamSession> rows = sessions.page(page, filter, SessionScope.of(caller, rules));
        Map<UUID, Place> places =
                centres.places(rows.stream().map(ExamSession::siteId).collect(Collectors.toSet()));
        return Page.of(
                rows,
                page,
                s -> List.of(s.startsOn().toString(), s.id().toString()),
                s -> SessionView.of(s, Objects.requireNonNull(places.get(s.siteId()))));
    }

    SessionView one(UUID id) {
        return take.toRead(id).view();
    }

    SituationsView situations(UUID id) {
        return SituationsView.of(take.toRead(id).session());
    }
}
