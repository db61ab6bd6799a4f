package fr.parchemin.system;

import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Held;
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
import java.util.Objects;
import java.util.UUID;

/** What tests need that play parts of the journey with candidates of their own. */
final class Scene implements AutoCloseable {

    final Api api;
    final JourneyClient client;
    final Journey journey;
    final Place place;
    final Subject title;

    Scene(SystemUnderTest system) {
        this(system, Actors.demo());
    }

    Scene(SystemUnderTest system, Actors actors) {
        api = new Api(system.gateway(), new Patience(Duration.ofSeconds(60)));
        client = new JourneyClient(api, actors);
        journey = new Journey(client, JourneyListener.SILENT, Clock.systemUTC());
        title = Subject.title(journey.readCatalogue());
        place = journey.prepareCentre();
    }

    /** Somebody whom no other test knows. */
    static Person person(String firstName) {
        return Person.invented(
                "T" + UUID.randomUUID().toString().substring(0, 13).replace("-", ""),
                firstName,
                "F",
                LocalDate.of(1992, 5, 6),
                "35238",
                "Rennes",
                "35000");
    }

    /** A new candidate who comes with a certificate. */
    Seat seat(String firstName) {
        Person person = person(firstName);
        return new Seat(
                person,
                journey.register(person),
                client.actors().centreSiret(),
                true,
                place.today().minusMonths(3));
    }

    static String enrolment(Held held, Seat seat) {
        return Objects.requireNonNull(held.enrolments().get(seat));
    }

    /** Lets the centre examine those whom this provider trained (R39). */
    void ensureConvention(String providerSiret) {
        client.createConvention(
                place.centreId(),
                providerSiret,
                place.certification(),
                place.today().minusYears(1),
                place.today().plusYears(1));
    }

    Examination titleExamination(Seat... seats) {
        return new Examination(client, JourneyListener.SILENT, place, title, List.copyOf(Arrays.asList(seats)));
    }

    @Override
    public void close() {
        api.close();
    }
}
