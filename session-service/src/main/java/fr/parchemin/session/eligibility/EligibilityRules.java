package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules that an enrolment keeps. */
@ApplicationScoped
public class EligibilityRules implements RuleSet {

    /** In the order of their numbers. */
    public static final List<Rule<Candidature>> ALL = List.of(
            new EntryBeforeExpiryRule(),
            new GraceCandidateRule(),
            new OpenRouteRule(),
            new TitleTrainingRule(),
            new BlockTrainingRule(),
            new SpecialisationHolderRule(),
            new VaeAdmissibilityRule(),
            new ExamBanRule(),
            new BlockAlreadyHeldRule(),
            new SingleEnrolmentRule(),
            new TrainingConventionRule(),
            new ResitWindowRule(),
            new ResitCountRule());

    @Override
    public List<Rule<Candidature>> rules() {
        return ALL;
    }
}
