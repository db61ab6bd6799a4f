package fr.parchemin.session.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Applies rules with the modes and parameters in force. Both come from the configuration ({@code rules.R17.mode},
 * {@code vae.admissibility.validity}), so an authority changes them without a new release, and may change on a day: see
 * {@link DatedSetting}. The day is that of the facts when they are {@link Judged}, otherwise today.
 */
@ApplicationScoped
public class RuleBook {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Pattern DURATION = Pattern.compile("P\\d+[YMWD]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Config config;
    private final Clock clock;

    RuleBook(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** What all of {@code rules} say of {@code facts}. */
    public <F> Verdict judge(List<? extends Rule<F>> rules, F facts) {
        LocalDate day = facts instanceof Judged judged ? judged.judgedOn() : today();
        List<Finding> broken = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        for (Rule<F> rule : rules) {
            Mode mode = mode(rule.sheet(), day);
            List<Finding> where =
                    switch (mode) {
                        case BLOCK -> broken;
                        case WARN -> warnings;
                        case OFF -> null;
                    };
            if (where != null) {
                rule.check(facts, parameters(rule.sheet(), day))
                        .forEach(message -> where.add(new Finding(rule.sheet().number(), message)));
            }
        }
        return new Verdict(broken, warnings);
    }

    /** The mode in force on {@code day}. */
    public Mode mode(RuleSheet sheet, LocalDate day) {
        return mode(modeSetting(sheet).on(day));
    }

    /** The parameters in force on {@code day}. */
    public Parameters parameters(RuleSheet sheet, LocalDate day) {
        Map<String, String> values = new HashMap<>();
        sheet.parameters().forEach(p -> values.put(p.key(), setting(p).on(day)));
        return new Parameters(values);
    }

    /** The parameters in force today. */
    public Parameters parameters(RuleSheet sheet) {
        return parameters(sheet, today());
    }

    /** What changes after {@code day}, by day and key. */
    List<Change> later(RuleSheet sheet, LocalDate day) {
        List<Change> changes = new ArrayList<>();
        modeSetting(sheet).after(day).forEach((on, value) -> changes.add(new Change(on, sheet.modeKey(), value)));
        sheet.parameters()
                .forEach(
                        p -> setting(p).after(day).forEach((on, value) -> changes.add(new Change(on, p.key(), value))));
        changes.sort(Comparator.comparing(Change::from).thenComparing(Change::key));
        return changes;
    }

    /** A value that will hold from a day on. */
    record Change(LocalDate from, String key, String value) {}

    /** The day by which the facts are judged that have none of their own. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /**
     * Looks at every setting of these rules.
     *
     * @throws IllegalStateException that lists every key with a value that cannot be read
     */
    void check(List<RuleSheet> sheets) {
        Set<String> faults = new TreeSet<>();
        for (RuleSheet sheet : sheets) {
            try {
                DatedSetting modes = modeSetting(sheet);
                mode(modes.initial());
                modes.changes().values().forEach(RuleBook::mode);
            } catch (IllegalArgumentException e) {
                faults.add(sheet.modeKey() + ": " + e.getMessage());
            }
            for (RuleSheet.Parameter p : sheet.parameters()) {
                try {
                    DatedSetting values = setting(p);
                    requireLike(p.defaultValue(), values.initial());
                    values.changes().values().forEach(v -> requireLike(p.defaultValue(), v));
                } catch (IllegalArgumentException e) {
                    faults.add(p.key() + ": " + e.getMessage());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Rules cannot be read from the configuration: " + String.join("; ", faults));
        }
    }

    private DatedSetting modeSetting(RuleSheet sheet) {
        return setting(new RuleSheet.Parameter(
                sheet.modeKey(), sheet.defaultMode().name().toLowerCase(Locale.ROOT)));
    }

    private DatedSetting setting(RuleSheet.Parameter p) {
        return config.getOptionalValue(p.key(), String.class)
                .map(line -> DatedSetting.parse(line, p.defaultValue()))
                .orElseGet(() -> new DatedSetting(p.defaultValue(), new TreeMap<>()));
    }

    private static Mode mode(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "block" -> Mode.BLOCK;
            case "warn" -> Mode.WARN;
            case "off" -> Mode.OFF;
            default -> throw new IllegalArgumentException("\"" + text + "\" is not block, warn or off");
        };
    }

    /** A value has the form of the default: a duration, a number, true or false, or any text. */
    private static void requireLike(String byDefault, String value) {
        if (DURATION.matcher(byDefault).matches()) {
            try {
                Period.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("\"" + value + "\" is not a duration such as " + byDefault, e);
            }
        } else if (NUMBER.matcher(byDefault).matches()) {
            if (!NUMBER.matcher(value).matches()) {
                throw new IllegalArgumentException("\"" + value + "\" is not a number such as " + byDefault);
            }
        } else if (Set.of("true", "false").contains(byDefault)
                && !Set.of("true", "false").contains(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not true or false");
        }
    }
}
