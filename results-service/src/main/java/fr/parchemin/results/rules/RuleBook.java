package fr.parchemin.results.rules;

import fr.parchemin.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * Applies rules in the mode in force. {@code rules.R49.mode} = {@code block}, {@code warn} or {@code off} changes it without
 * a new release.
 */
@ApplicationScoped
public class RuleBook {

    private final Config config;

    RuleBook(Config config) {
        this.config = config;
    }

    /** What all of {@code rules} say of {@code facts}. */
    public <F> Judgement judge(List<? extends Rule<? super F>> rules, F facts) {
        List<Violation> broken = new ArrayList<>();
        List<Judgement.Warning> warnings = new ArrayList<>();
        for (Rule<? super F> rule : rules) {
            switch (mode(rule.number(), rule.defaultMode())) {
                case BLOCK ->
                    rule.check(facts).forEach(message -> broken.add(Violation.ofRule(rule.number(), message)));
                case WARN ->
                    rule.check(facts).forEach(message -> warnings.add(new Judgement.Warning(rule.number(), message)));
                case OFF -> {
                    // Not looked at.
                }
            }
        }
        return new Judgement(broken, warnings);
    }

    /** The mode in force of a rule. */
    public Mode mode(String number, Mode byDefault) {
        return config.getOptionalValue("rules." + number + ".mode", String.class)
                .map(s -> Mode.valueOf(s.strip().toUpperCase(Locale.ROOT)))
                .orElse(byDefault);
    }
}
