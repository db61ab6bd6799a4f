package fr.parchemin.system;

import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import fr.parchemin.localstack.demo.Journey;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyListener;
import fr.parchemin.localstack.demo.Patience;
import fr.parchemin.localstack.demo.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What tests need that play parts of the journey with candidates of their own. */
final class Scene implements AutoCloseable {

    final Api api;
    final JourneyClient client;
    final Journey journey;
    final Place place;
    final Subject title;

    Scene(SystemUnderTest system) {
        api = new Api(system.gateway(), new Patience(Duration.ofSeconds(60)));
        client = new JourneyClient(api, Actors.demo());
        journey = new Journey(client, JourneyListener.SILENT, Clock.systemUTC());
        title = Subject.title(journey.readCatalogue());
        place = journey.prepareCentre();
    }

    /** A new candidate who comes with a certificate. */
    Seat seat(String firstName) {
        Person person = Person.invented(
                "T" + UUID.randomUUID().toString().substring(0, 13).replace("-", ""),
                firstName,
                "F",
                LocalDate.of(1992, 5, 6),
                "35238",
                "Rennes",
                "35000");
        return new Seat(person, journey.register(person), true, place.today().minusMonths(3));
    }

    Examination titleExamination(Seat... seats) {
        return new Examination(client, JourneyListener.SILENT, place, title, List.copyOf(Arrays.asList(seats)));
    }

    @Override
    public void close() {
        api.close();
    }
}
