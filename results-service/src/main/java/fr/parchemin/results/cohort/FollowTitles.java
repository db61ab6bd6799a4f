package fr.parchemin.results.cohort;

import fr.parchemin.results.survey.KeepRespondents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps figures and surveys in step with titles, in the transaction that changes these: as many as are awarded side by side
 * pass, and none while their year is published.
 */
@ApplicationScoped
public class FollowTitles {

    private final CohortRepository cohorts;
    private final ReviseCohort revise;
    private final KeepRespondents respondents;

    FollowTitles(CohortRepository cohorts, ReviseCohort revise, KeepRespondents respondents) {
        this.cohorts = cohorts;
        this.revise = revise;
        this.respondents = respondents;
    }

    private record Year(String certificationNumber, int year) {}

    /** These titles were awarded or have ended; they are in the database. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Collection<ChangedTitle> changes) {
        // Always in the same order, so that two records that touch the same years wait for each other and never both.
        Map<Year, List<ChangedTitle>> years =
                new TreeMap<>(Comparator.comparing(Year::certificationNumber).thenComparing(Year::year));
        changes.forEach(c -> years.computeIfAbsent(new Year(c.certificationNumber(), c.year()), y -> new ArrayList<>())
                .add(c));
        years.forEach(this::follow);
    }

    private void follow(Year year, List<ChangedTitle> changes) {
        boolean frozen = lock(year) == CohortView.State.FROZEN;
        List<String> awarded = changes.stream()
                .filter(c -> c.endedFor() == null)
                .map(ChangedTitle::awardNumber)
                .toList();
        if (!awarded.isEmpty()) {
            respondents.join(year.certificationNumber(), year.year(), awarded);
        }
        if (frozen) {
            revise.revise(
                    year.certificationNumber(),
                    year.year(),
                    CohortRevision.Cause.TITLES_CHANGED,
                    reason(changes, awarded.size()));
        }
    }

    /** Never both: of two that shared a year and then wanted it alone, neither could go on. */
    private CohortView.State lock(Year year) {
        cohorts.begin(year.certificationNumber(), year.year());
        return state(year, CohortRepository.Lock.SHARED)
                .or(() -> state(year, CohortRepository.Lock.ALONE))
                .orElseThrow();
    }

    private Optional<CohortView.State> state(Year year, CohortRepository.Lock lock) {
        return cohorts.state(year.certificationNumber(), year.year(), lock);
    }

    private static String reason(List<ChangedTitle> changes, int awarded) {
        List<String> parts = new ArrayList<>();
        changes.stream()
                .filter(c -> c.endedFor() != null)
                .collect(Collectors.groupingBy(c -> String.valueOf(c.endedFor()), TreeMap::new, Collectors.counting()))
                .forEach((cause, many) -> parts.add(titles(many, "ended (" + cause + ")")));
        if (awarded > 0) {
            parts.add(titles(awarded, "awarded"));
        }
        return String.join(", ", parts);
    }

    private static String titles(long many, String what) {
        return many + (many == 1 ? " title " : " titles ") + what;
    }
}
