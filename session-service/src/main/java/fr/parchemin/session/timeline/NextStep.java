package fr.parchemin.session.timeline;

import fr.parchemin.session.examsession.DeclarationRules;
import fr.parchemin.session.examsession.ExamSession;
import fr.parchemin.session.examsession.SessionStep;
import fr.parchemin.session.rules.RuleBook;
import fr.parchemin.session.transition.TransitionRules;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a session waits for. */
@Schema(name = "NextStep", description = "What the session waits for.")
record NextStep(
        @Schema(examples = "SUMMON") SessionStep step,

        @Schema(
                description = "In words, with the call that does it.",
                examples = "summon candidates and jurors: POST …/summons")
        String what,

        @Schema(description = "Whom it waits for.") Party waitsFor,

        @Schema(description = "Last day on which it is in time; null when no rule gives one.", examples = "2026-12-01")
        @Nullable
        LocalDate deadline,

        @Schema(description = "The rule behind the deadline.", examples = "R66") @Nullable
        String rule) {

    /** Who has to act. */
    enum Party {
        CENTRE,
        JURY,
        AUTHORITY
    }

    /** What comes next; null when nothing does. */
    static @Nullable NextStep of(ExamSession session, RuleBook rules) {
        return switch (session.state()) {
            case DRAFT, POSTPONED ->
                step(SessionStep.DECLARE, Party.CENTRE, DeclarationRules.declaredBy(session, rules), "R63");
            case DECLARED ->
                step(SessionStep.RECEIVE_KIT, Party.CENTRE, TransitionRules.summonedBy(session, rules), "R66");
            case DTE_SENT -> step(SessionStep.SUMMON, Party.CENTRE, TransitionRules.summonedBy(session, rules), "R66");
            case CONVOKED -> step(SessionStep.OPEN, Party.CENTRE, session.startsOn(), null);
            case IN_PROGRESS ->
                session.closedAt() == null
                        ? step(SessionStep.CLOSE, Party.CENTRE, session.endsOn(), null)
                        : step(SessionStep.DRAW_UP_RECORD, Party.JURY, null, null);
            case RESULTS_ENTERED, RETURNED -> step(SessionStep.SIGN_RECORD, Party.JURY, null, null);
            case PV_SIGNED -> step(SessionStep.SUBMIT_RECORD, Party.CENTRE, null, null);
            case PV_SUBMITTED -> step(SessionStep.VALIDATE_RECORD, Party.AUTHORITY, null, null);
            case VALIDATED -> step(SessionStep.NOTIFY_RECORD, Party.CENTRE, null, null);
            case NOTIFIED, ARCHIVED, CANCELLED, ANNULLED -> null;
        };
    }

    private static NextStep step(
            SessionStep step, Party waitsFor, @Nullable LocalDate deadline, @Nullable String rule) {
        return new NextStep(step, step.words(), waitsFor, deadline, rule);
    }
}
