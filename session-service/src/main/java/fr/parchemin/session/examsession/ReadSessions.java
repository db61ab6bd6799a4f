package fr.parchemin.session.examsession;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.session.centre.ReadCentres;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows sessions. */
@ApplicationScoped
class ReadSessions {

    private final SessionRepository sessions;
    private final TakeSession take;
    private final ReadCentres centres;
    private final Caller caller;

    ReadSessions(SessionRepository sessions, TakeSession take, ReadCentres centres, Caller caller) {
        this.sessions = sessions;
        this.take = take;
        this.centres = centres;
        this.caller = caller;
    }

    Page<SessionView> list(PageRequest page, SessionFilter filter) {
        return Page.of(
                sessions.page(page, filter, SessionScope.of(caller)),
                page,
                s -> List.of(s.startsOn().toString(), s.id().toString()),
                s -> SessionView.of(s, centres.place(s.centreId(), s.siteId()).orElseThrow()));
    }

    SessionView one(UUID id) {
        return take.toRead(id).view();
    }

    SituationsView situations(UUID id) {
        return SituationsView.of(take.toRead(id).session());
    }
}
