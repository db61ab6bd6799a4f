package fr.parchemin.localstack.demo;

import fr.parchemin.localstack.demo.Examination.Concluded;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The shortest whole journey: one new invented candidate from the registration to the notified title, in a session of
 * their own. Many can be played at once.
 */
public final class SoloJourney {

    private final JourneyClient client;
    private final Journey journey;
    private final Subject title;
    private final Place place;

    /**
     * @param title what is examined
     * @param place where, by whom, when
     */
    public SoloJourney(JourneyClient client, Journey journey, Subject title, Place place) {
        this.client = client;
        this.journey = journey;
        this.title = title;
        this.place = place;
    }

    /** Who it was and how it ended. */
    public record Played(String candidateId, Concluded concluded) {}

    /** Plays it with a new candidate. */
    public Played play() {
        Person person = Person.invented(
                "B" + UUID.randomUUID().toString().substring(0, 13).replace("-", ""),
                "Charge",
                "F",
                LocalDate.of(1990, 1, 1),
                "35238",
                "Rennes",
                "35000");
        String candidateId = journey.register(person);
        Seat seat = new Seat(
                person,
                candidateId,
                client.actors().centreSiret(),
                true,
                place.today().minusMonths(3));
        return new Played(
                candidateId, new Examination(client, JourneyListener.SILENT, place, title, List.of(seat)).play());
    }
}
