package fr.parchemin.session.eligibility;

import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
            new ExamBanRule<>(),
            new BlockAlreadyHeldRule(),
            new SingleEnrolmentRule(),
            new TrainingConventionRule(),
            new ResitWindowRule(),
            new ResitCountRule());

    /** For sessions with a limit. */
    public static final List<Rule<Places>> PLACES = List.of(new PlacesRule());

    /** Rules that somebody else's enrolment breaks, at the same moment perhaps: nothing is wrong with the request. */
    public static final Set<String> CONFLICTS = Set.of("R28", "R62");

    @Override
    public List<? extends Rule<?>> rules() {
        return Stream.concat(ALL.stream(), PLACES.stream()).toList();
    }
}
