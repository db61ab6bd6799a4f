package fr.parchemin.results.record;

import fr.parchemin.results.assessment.JudgingFacts;
import fr.parchemin.results.assessment.RecusedJurorRule;
import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.SessionDossier;
import fr.parchemin.results.rules.Judgement;
import fr.parchemin.results.rules.Mode;
import fr.parchemin.results.rules.Rule;
import fr.parchemin.results.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rules that a record keeps, with the parameters and in the modes in force. */
@ApplicationScoped
class RecordRules {

    private static final List<RecusedJurorRule> JUDGING = List.of(new RecusedJurorRule());

    /** What a decision on one candidate keeps. */
    static final List<Rule<DecisionFacts>> DECISION = List.of(
            new DocumentCompetenceRule(),
            new AllCompetencesRule(),
            new AbsentCandidateRule(),
            new AllBlocksRule(),
            new FinalInterviewRule(),
            new CapitalisationRule(),
            new CapitalisationDelayRule());

    /** What stands against the title, as the proposal asks it. */
    static final List<Rule<DecisionFacts>> TITLE = List.of(
            new AllBlocksRule(), new CapitalisationRule(), new CapitalisationDelayRule(), new FinalInterviewRule());

    private final RuleBook book;
    private final List<Rule<DeliberationFacts>> deciding;
    private final List<Rule<DeliberationFacts>> signing;

    RecordRules(RuleBook book, @ConfigProperty(name = "jury.min-present", defaultValue = "2") int minPresent) {
        this.book = book;
        this.deciding = List.of(new DeliberationRule(minPresent));
        this.signing = List.of(new DeliberationRule(minPresent), new CandidateJuryRule(minPresent));
    }

    /** What stands against this juror's deciding on this candidate. */
    Judgement deciding(SessionDossier dossier, UUID enrolmentId, Juror juror) {
        return book.judge(JUDGING, new JudgingFacts(dossier, enrolmentId, juror.id()))
                .and(book.judge(deciding, new DeliberationFacts(dossier, juror)));
    }

    /** What stands against this juror's signature. */
    Judgement signing(SessionDossier dossier, Juror juror) {
        return book.judge(signing, new DeliberationFacts(dossier, juror));
    }

    /** What stands against a decision. */
    Judgement decision(DecisionFacts facts) {
        return book.judge(DECISION, facts);
    }

    /** What stands, at the validation, against a title that was signed: a block may have been withdrawn since. */
    Judgement standing(DecisionFacts facts) {
        return book.judge(List.of(new AllBlocksRule(), new CapitalisationRule()), facts);
    }

    /** R87: whether a document proves something only if it holds on the day of the exam. */
    boolean documentMustHold() {
        return book.mode("R87", Mode.BLOCK) == Mode.BLOCK;
    }
}
