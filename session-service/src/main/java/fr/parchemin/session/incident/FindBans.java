package fr.parchemin.session.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds who is banned from sitting (R25): what eligibility looks at, whoever asks. */
@ApplicationScoped
public class FindBans {

    private final BanRepository bans;

    FindBans(BanRepository bans) {
        this.bans = bans;
    }

    /** Bans of a candidate that hold on some day, past ones too; one that was lifted holds until the day before. */
    public List<Ban> of(UUID candidateId) {
        return ofAll(List.of(candidateId));
    }

    /** The same for many candidates in one query. */
    public List<Ban> ofAll(Collection<UUID> candidateIds) {
        return bans.of(candidateIds).stream()
                .map(b -> new Ban(
                        b.candidateId(),
                        b.notifiedOn(),
                        b.liftedOn() == null ? b.lastDay() : b.liftedOn().minusDays(1)))
                .filter(b -> !b.lastDay().isBefore(b.from()))
                .toList();
    }
}
