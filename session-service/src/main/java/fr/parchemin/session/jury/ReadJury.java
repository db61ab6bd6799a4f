package fr.parchemin.session.jury;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.examsession.TakeSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows the jury of a session and its recusals. */
@ApplicationScoped
public class ReadJury {

    private final TakeSession take;
    private final RecusalRepository recusals;
    private final JudgeJury judge;

    ReadJury(TakeSession take, RecusalRepository recusals, JudgeJury judge) {
        this.take = take;
        this.recusals = recusals;
        this.judge = judge;
    }

    JuryView jury(UUID sessionId) {
        return judge.view(take.toRead(sessionId));
    }

    List<RecusalView> recusals(UUID sessionId) {
        take.toRead(sessionId);
        return recusals.of(sessionId).stream().map(RecusalView::of).toList();
    }

    RecusalView recusal(UUID sessionId, UUID id) {
        return recusals(sessionId).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("recusal", id));
    }
}
