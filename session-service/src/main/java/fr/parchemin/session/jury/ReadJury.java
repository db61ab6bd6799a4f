package fr.parchemin.session.jury;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.session.examsession.TakeSession;
import fr.parchemin.session.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows the jury of a session and its recusals. */
@ApplicationScoped
public class ReadJury {

    private final TakeSession take;
    private final RecusalRepository recusals;
    private final JudgeJury judge;
    private final RuleBook rules;

    ReadJury(TakeSession take, RecusalRepository recusals, JudgeJury judge, RuleBook rules) {
        this.take = take;
        this.recusals = recusals;
        this.judge = judge;
        this.rules = rules;
    }

    /** Jurors who do not judge a candidate, by enrolment, whoever asks. */
    public Map<UUID, Set<UUID>> excluded(UUID sessionId) {
        return recusals.of(sessionId).stream()
                .filter(Recusal::excludes)
                .collect(groupingBy(Recusal::enrolmentId, mapping(Recusal::jurorId, toSet())));
    }

    /** How many jurors judge a candidate (R56). */
    public int neededEach() {
        return rules.parameters(new EnoughJurorsRule().sheet()).number(EnoughJurorsRule.MIN_PRESENT);
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
