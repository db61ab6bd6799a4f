package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Rules that a jury keeps. */
@ApplicationScoped
class JuryRules implements RuleSet {

    /** Who may be appointed at all. */
    static final List<Rule<JuryFacts>> APPOINTMENT =
            List.of(new AccreditedMembersRule(), new AccreditationActiveRule());

    /** What must be complete when the session is summoned. */
    static final List<Rule<JuryFacts>> COMPLETE =
            List.of(new JurySizeRule(), new EnoughJurorsRule(), new CharterRule(), new ManagerApartRule());

    /** What must be so at the opening. */
    static final List<Rule<JuryFacts>> PRESENCE = List.of(new JurySizeRule());

    /** What each candidate should keep of the jury that came. */
    static final List<Rule<JuryFacts>> PRESENCE_PER_CANDIDATE = List.of(new EnoughJurorsRule());

    /** What keeps a juror from judging a candidate. */
    static final List<Rule<Pair>> CONFLICTS = List.of(new SameEmployerRule(), new TrainerRule(), new PersonalTieRule());

    @Override
    public List<? extends Rule<?>> rules() {
        return Stream.of(APPOINTMENT, COMPLETE, CONFLICTS).flatMap(List::stream).toList();
    }
}
