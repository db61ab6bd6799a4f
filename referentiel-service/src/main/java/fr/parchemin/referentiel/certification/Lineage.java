package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.certification.CertificationRepository.LinkedCertification;
import fr.parchemin.referentiel.certification.LineageView.LinkView;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What came before or after a certification, step by step. A link counts whichever side declares it; links may close a circle, and
 * lead to numbers that are recorded nowhere.
 */
final class Lineage {

    private final Function<Collection<String>, List<LinkedCertification>> around;
    private final Map<String, String> titles = new HashMap<>();

    /** @param around gives the certifications among some numbers, or linked to one of them */
    Lineage(Function<Collection<String>, List<LinkedCertification>> around) {
        this.around = around;
    }

    /** What it replaces, directly and before that, nearest first. */
    List<LinkView> before(String number, int depth) {
        return walk(number, depth, LinkedCertification::predecessors, LinkedCertification::successors);
    }

    /** What replaces it, directly and after that, nearest first. */
    List<LinkView> after(String number, int depth) {
        return walk(number, depth, LinkedCertification::successors, LinkedCertification::predecessors);
    }

    private List<LinkView> walk(
            String number,
            int depth,
            Function<LinkedCertification, List<String>> onwards,
            Function<LinkedCertification, List<String>> backwards) {
        Map<String, Integer> steps = new HashMap<>();
        Map<String, Set<String>> declaredBy = new TreeMap<>();
        Set<String> seen = new HashSet<>(Set.of(number));
        Set<String> edge = Set.of(number);
        for (int step = 1; step <= depth && !edge.isEmpty(); step++) {
            Set<String> next = new TreeSet<>();
            for (LinkedCertification row : read(edge)) {
                if (edge.contains(row.number())) {
                    for (String other : onwards.apply(row)) {
                        declare(declaredBy, other, row.number());
                        next.add(other);
                    }
                }
                if (backwards.apply(row).stream().anyMatch(edge::contains)) {
                    declare(declaredBy, row.number(), row.number());
                    next.add(row.number());
                }
            }
            next.removeAll(seen);
            seen.addAll(next);
            for (String found : next) {
                steps.put(found, step);
            }
            edge = next;
        }
        read(edge); // the titles of the last step
        return steps.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new LinkView(
                        e.getKey(),
                        titles.get(e.getKey()),
                        titles.containsKey(e.getKey()),
                        e.getValue(),
                        declaredBy.getOrDefault(e.getKey(), Set.of())))
                .toList();
    }

    private static void declare(Map<String, Set<String>> declaredBy, String other, String by) {
        declaredBy.computeIfAbsent(other, o -> new TreeSet<>()).add(by);
    }

    private List<LinkedCertification> read(Collection<String> numbers) {
        List<LinkedCertification> rows = numbers.isEmpty() ? List.of() : around.apply(numbers);
        rows.forEach(row -> titles.put(row.number(), row.title()));
        return rows;
    }
}
