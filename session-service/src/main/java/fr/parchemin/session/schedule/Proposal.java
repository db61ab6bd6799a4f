package fr.parchemin.session.schedule;

import fr.parchemin.session.planning.Fault;
import java.util.List;

/** Passages as they would be, with what {@link fr.parchemin.session.planning.CheckPlan} says of them. */
record Proposal(List<Fault> faults) {

    List<String> broken(String rule) {
        return faults.stream()
                .filter(f -> rule.equals(f.rule()))
                .map(Fault::message)
                .toList();
    }
}
