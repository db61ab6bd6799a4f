package fr.parchemin.session.holding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Tells what a candidate brings from earlier sessions. */
@ApplicationScoped
public class ReadHoldings {

    private final HoldingRepository holdings;

    ReadHoldings(HoldingRepository holdings) {
        this.holdings = holdings;
    }

    public Holdings of(UUID candidateId, String certificationNumber) {
        List<HeldAward> held = holdings.inForce(candidateId, certificationNumber);
        Set<String> blocks = new TreeSet<>(holdings.recognisedBlocks(candidateId, certificationNumber));
        boolean title = false;
        for (HeldAward award : held) {
            String code = award.blockCode();
            if (code == null) {
                title = true;
            } else {
                blocks.add(code);
            }
        }
        return new Holdings(
                blocks,
                title,
                new HashSet<>(holdings.outcomes(candidateId, certificationNumber)),
                holdings.attempts(candidateId, certificationNumber));
    }
}
