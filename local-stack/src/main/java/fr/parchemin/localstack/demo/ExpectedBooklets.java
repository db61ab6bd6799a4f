package fr.parchemin.localstack.demo;

import fr.parchemin.localstack.demo.Examination.Seat;
import java.util.List;
import java.util.Optional;

/** What booklets have to say once the events are there; where one says something else, that is a finding. */
final class ExpectedBooklets {

    private final JourneyClient client;
    private final JourneyListener listener;
    private final List<String> findings;

    /** @param findings where a difference is added */
    ExpectedBooklets(JourneyClient client, JourneyListener listener, List<String> findings) {
        this.client = client;
        this.listener = listener;
        this.findings = findings;
    }

    /** Waits until the booklet says {@code wanted}, in the words of {@link Journey#booklet}. */
    void expect(Seat seat, String wanted) {
        String[] last = {""};
        try {
            client.api().patience().await("the booklet of " + seat.person().name(), () -> {
                last[0] = Journey.booklet(client.booklet(seat.candidateId()));
                return Optional.of(last[0]).filter(wanted::equals);
            });
        } catch (JourneyException e) {
            findings.add("the booklet of %s says: %s; expected: %s"
                    .formatted(seat.person().name(), last[0], wanted));
        }
        listener.step(
                client.actors().centre(),
                "reads the booklet of " + seat.person().name(),
                last[0]);
    }
}
