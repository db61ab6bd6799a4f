package fr.parchemin.localstack.large;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One filling of the system. Everything that is made up follows from it, and its name stands in every session, so that a
 * second run finds what a first one did.
 *
 * @param seed what the chances come from
 * @param candidates how many people
 * @param until the day on which it was begun: the present of the set
 */
record DemoSet(long seed, int candidates, LocalDate until) {

    private static final Pattern MANAGER = Pattern.compile(".*\\(jeu (\\d+)-(\\d+)-(\\d{8}), session (\\d+)\\)");

    private static final int YEARS_BEFORE = 4;

    /** First day that is played: four calendar years and what there is of the present one. */
    LocalDate from() {
        return LocalDate.of(until.getYear() - YEARS_BEFORE, 1, 1);
    }

    /** Its name. */
    String name() {
        return "%d-%d-%s".formatted(seed, candidates, until.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** The invented person responsible for one of its sessions. */
    String manager(int session) {
        return "Fictif Responsable (jeu %s, session %d)".formatted(name(), session);
    }

    String externalRef(int candidate) {
        return "DEMO-G%s-%05d".formatted(name(), candidate);
    }

    /** The set that a session belongs to by the name of its manager. */
    static Optional<DemoSet> of(String manager) {
        Matcher name = MANAGER.matcher(manager);
        return name.matches()
                ? Optional.of(new DemoSet(
                        Long.parseLong(name.group(1)),
                        Integer.parseInt(name.group(2)),
                        LocalDate.parse(name.group(3), DateTimeFormatter.BASIC_ISO_DATE)))
                : Optional.empty();
    }
}
