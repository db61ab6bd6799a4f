package fr.parchemin.referentiel.assessmentplan;

import fr.parchemin.kit.problem.Violation;
import fr.parchemin.referentiel.assessmentplan.Plan.Event;
import fr.parchemin.referentiel.assessmentplan.Plan.Target;
import fr.parchemin.referentiel.certification.BlockView;
import fr.parchemin.referentiel.certification.BlockView.CompetenceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plan can be examined by: durations add up (R78), the order can be kept (R79), a competence proved by a document
 * is observed by no event (R85), every competence is assessed, and every code exists. Everything that is wrong is said at
 * once.
 */
final class CoherentPlanPolicy {

    private static final String DURATIONS = "R78";
    private static final String ORDER = "R79";
    private static final String DOCUMENT = "R85";
    private static final String COMPLEMENT = "R14";

    private final Plan plan;
    private final Map<String, Set<String>> competencesByPart;
    private final Set<String> ofTheTitle;
    private final Set<String> allCompetences;
    private final Set<String> checkedByDocument;
    private final Set<String> situationTypes;
    private final List<Violation> violations = new ArrayList<>();

    private CoherentPlanPolicy(Plan plan, List<BlockView> blocks) {
        this.plan = plan;
        this.competencesByPart = blocks.stream()
                .collect(Collectors.toMap(
                        BlockView::code,
                        b -> b.competences().stream()
                                .map(CompetenceView::code)
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        (first, second) -> first,
                        HashMap::new));
        this.ofTheTitle =
                competencesByPart.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        plan.complements()
                .forEach(c -> competencesByPart.putIfAbsent(
                        c.code(),
                        c.competences().stream()
                                .map(Plan.ComplementCompetence::code)
                                .collect(Collectors.toCollection(LinkedHashSet::new))));
        this.allCompetences =
                competencesByPart.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        this.checkedByDocument = plan.documentChecks().stream()
                .map(Plan.DocumentCheck::competence)
                .collect(Collectors.toSet());
        this.situationTypes =
                plan.situationTypes().stream().map(Plan.SituationType::code).collect(Collectors.toSet());
    }

    /**
     * Everything that is wrong with the plan.
     *
     * @param blocks blocks and competences of the certification
     */
    static List<Violation> check(Plan plan, List<BlockView> blocks) {
        CoherentPlanPolicy policy = new CoherentPlanPolicy(plan, blocks);
        policy.check();
        return List.copyOf(policy.violations);
    }

    private void check() {
        unique(plan.targets(), Target::target, "/targets", "target");
        unique(plan.situationTypes(), Plan.SituationType::code, "/situationTypes", "code");
        unique(plan.documentChecks(), Plan.DocumentCheck::competence, "/documentChecks", "competence");
        for (int i = 0; i < plan.documentChecks().size(); i++) {
            known(plan.documentChecks().get(i).competence(), allCompetences, "/documentChecks/" + i + "/competence");
        }
        unique(plan.complements(), Plan.Complement::code, "/complements", "code");
        for (int i = 0; i < plan.complements().size(); i++) {
            checkComplement(plan.complements().get(i), "/complements/" + i);
        }
        for (int i = 0; i < plan.targets().size(); i++) {
            checkTarget(plan.targets().get(i), "/targets/" + i);
        }
    }

    /** R14: a complementary certificate has events and competences of its own. */
    private void checkComplement(Plan.Complement complement, String at) {
        if (plan.targets().stream().noneMatch(t -> t.target().equals(complement.code()))) {
            add(at + "/code", COMPLEMENT, "No target says how " + complement.code() + " is assessed.");
        }
        unique(complement.competences(), Plan.ComplementCompetence::code, at + "/competences", "code");
        for (int i = 0; i < complement.competences().size(); i++) {
            String code = complement.competences().get(i).code();
            if (!code.matches(Pattern.quote(complement.code()) + "-C[1-9][0-9]?")) {
                add(
                        at + "/competences/" + i + "/code",
                        null,
                        code + " is not " + complement.code() + ", -C and a number.");
            }
        }
    }

    private void checkTarget(Target target, String at) {
        Set<String> mayAssess = target.isTitle() ? ofTheTitle : competencesByPart.get(target.target());
        if (mayAssess == null) {
            add(
                    at + "/target",
                    null,
                    target.target() + " is neither TITLE nor a block or a complement of the certification.");
            mayAssess = allCompetences;
        }
        unique(target.events(), Event::code, at + "/events", "code");
        int total = target.events().stream().mapToInt(Event::minutes).sum();
        if (total != target.totalMinutes()) {
            add(
                    at + "/totalMinutes",
                    DURATIONS,
                    "The events of " + target.target() + " last " + total + " minutes together, not "
                            + target.totalMinutes() + ".");
        }
        Set<String> codes = target.events().stream().map(Event::code).collect(Collectors.toSet());
        for (int i = 0; i < target.events().size(); i++) {
            checkEvent(target.events().get(i), codes, mayAssess, at + "/events/" + i);
        }
        checkOrder(target, at);
        checkNothingForgotten(target, at);
    }

    private void checkEvent(Event event, Set<String> codes, Set<String> mayAssess, String at) {
        int parts = event.parts().stream().mapToInt(Plan.Part::minutes).sum();
        if (!event.parts().isEmpty() && parts != event.minutes()) {
            add(
                    at + "/minutes",
                    DURATIONS,
                    "The parts of " + event.code() + " last " + parts + " minutes together, not " + event.minutes()
                            + ".");
        }
        for (int i = 0; i < event.after().size(); i++) {
            if (!codes.contains(event.after().get(i))) {
                add(at + "/after/" + i, ORDER, event.after().get(i) + " is no event of this target.");
            }
        }
        for (int i = 0; i < event.competences().size(); i++) {
            String competence = event.competences().get(i);
            String field = at + "/competences/" + i;
            if (known(competence, allCompetences, field) && !mayAssess.contains(competence)) {
                add(field, null, competence + " does not belong to this target.");
            }
            if (checkedByDocument.contains(competence)) {
                add(field, DOCUMENT, competence + " is proved by a document and cannot be observed as well.");
            }
        }
        if (event.draw() instanceof Plan.Draw draw) {
            for (int i = 0; i < draw.types().size(); i++) {
                if (!situationTypes.contains(draw.types().get(i))) {
                    add(at + "/draw/types/" + i, null, draw.types().get(i) + " is not among the situationTypes.");
                }
            }
        }
    }

    private void checkOrder(Target target, String at) {
        Map<String, List<String>> after = new HashMap<>();
        target.events().forEach(e -> after.put(e.code(), e.after()));
        Set<String> inCycle = new TreeSet<>();
        for (String code : after.keySet()) {
            if (reaches(code, code, after, new HashSet<>())) {
                inCycle.add(code);
            }
        }
        if (!inCycle.isEmpty()) {
            add(at + "/events", ORDER, "These events wait for each other: " + String.join(", ", inCycle) + ".");
        }
    }

    private static boolean reaches(String from, String goal, Map<String, List<String>> after, Set<String> seen) {
        for (String next : after.getOrDefault(from, List.of())) {
            if (next.equals(goal) || (seen.add(next) && reaches(next, goal, after, seen))) {
                return true;
            }
        }
        return false;
    }

    /** A competence that nothing assesses could be awarded without anybody having seen it. */
    private void checkNothingForgotten(Target target, String at) {
        Set<String> assessed = target.events().stream()
                .flatMap(e -> e.competences().stream())
                .collect(Collectors.toCollection(HashSet::new));
        assessed.addAll(checkedByDocument);
        Set<String> due = target.isTitle() ? ofTheTitle : competencesByPart.getOrDefault(target.target(), Set.of());
        due.stream()
                .filter(c -> !assessed.contains(c))
                .sorted()
                .forEach(c -> add(at + "/events", null, "Nothing assesses " + c + " in " + target.target() + "."));
    }

    private boolean known(String competence, Set<String> competences, String field) {
        if (competences.contains(competence)) {
            return true;
        }
        add(field, null, competence + " is not a competence of the certification.");
        return false;
    }

    private <T> void unique(List<T> items, Function<T, String> key, String at, String field) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String value = key.apply(items.get(i));
            if (!seen.add(value)) {
                add(at + '/' + i + '/' + field, null, value + " is there twice.");
            }
        }
    }

    private void add(String field, @Nullable String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }
}
