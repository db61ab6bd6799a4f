package fr.parchemin.session.jury;

import fr.parchemin.session.rules.Certainty;
import fr.parchemin.session.rules.Parameters;
import fr.parchemin.session.rules.Rule;
import fr.parchemin.session.rules.RuleSheet;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** R75 (ENG; the second half is assumed): the responsable de session is neither a juror nor a candidate. People are compared by name, without accents, case or order. */
final class ManagerApartRule implements Rule<JuryFacts> {

    private static final RuleSheet SHEET = RuleSheet.of(
            "R75",
            Certainty.LAW_Q,
            "ENG",
            "The responsable de session is present from opening to closing and is neither a juror nor a candidate.");

    @Override
    public RuleSheet sheet() {
        return SHEET;
    }

    @Override
    public List<String> check(JuryFacts facts, Parameters parameters) {
        Set<String> manager = words(facts.manager());
        List<String> faults = new ArrayList<>();
        for (JuryFacts.Member m : facts.members()) {
            if (words(m.name()).equals(manager)) {
                faults.add("The responsable de session, %s, is a member of the jury.".formatted(facts.manager()));
            }
        }
        for (JuryFacts.Seat s : facts.seats()) {
            boolean byBirthName = isNamed(manager, s.birthName(), s.firstNames());
            String usageName = s.usageName();
            if (byBirthName || (usageName != null && isNamed(manager, usageName, s.firstNames()))) {
                faults.add("The responsable de session, %s, is a candidate (enrolment %s)."
                        .formatted(facts.manager(), s.enrolmentId()));
            }
        }
        return faults;
    }

    /** The name with the first of the first names, or with all of them. */
    private static boolean isNamed(Set<String> manager, String lastName, List<String> firstNames) {
        return !firstNames.isEmpty()
                && (manager.equals(words(lastName + " " + firstNames.getFirst()))
                        || manager.equals(words(lastName + " " + String.join(" ", firstNames))));
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return new TreeSet<>(Arrays.asList(plain.split("[^\\p{L}]+", -1)));
    }
}
