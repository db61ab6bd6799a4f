package fr.parchemin.session.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Applies rules with the modes and parameters in force. Both come from the configuration ({@code rules.R17.mode},
 * {@code vae.admissibility.validity}), so an authority changes them without a new release.
 */
@ApplicationScoped
public class RuleBook {

    private final Config config;

    RuleBook(Config config) {
        this.config = config;
    }

    /** What all of {@code rules} say of {@code facts}. */
    public <F> Verdict judge(List<? extends Rule<F>> rules, F facts) {
        List<Finding> broken = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        for (Rule<F> rule : rules) {
            Mode mode = mode(rule.sheet());
            List<Finding> where =
                    switch (mode) {
                        case BLOCK -> broken;
                        case WARN -> warnings;
                        case OFF -> null;
                    };
            if (where != null) {
                rule.check(facts, parameters(rule.sheet()))
                        .forEach(message -> where.add(new Finding(rule.sheet().number(), message)));
            }
        }
        return new Verdict(broken, warnings);
    }

    /** The mode in force. */
    public Mode mode(RuleSheet sheet) {
        return config.getOptionalValue(sheet.modeKey(), String.class)
                .map(s -> Mode.valueOf(s.strip().toUpperCase(Locale.ROOT)))
                .orElse(sheet.defaultMode());
    }

    /** The parameters in force. */
    public Parameters parameters(RuleSheet sheet) {
        Map<String, String> values = new HashMap<>();
        sheet.parameters()
                .forEach(p -> values.put(
                        p.key(), config.getOptionalValue(p.key(), String.class).orElse(p.defaultValue())));
        return new Parameters(values);
    }
}
