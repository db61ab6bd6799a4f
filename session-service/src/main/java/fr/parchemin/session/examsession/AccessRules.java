package fr.parchemin.session.examsession;

import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules about who sees a session, and when. */
@ApplicationScoped
class AccessRules implements RuleSet {

    static final List<JurorAccessRule> JUROR = List.of(new JurorAccessRule());

    @Override
    public List<JurorAccessRule> rules() {
        return JUROR;
    }
}
