package fr.parchemin.localstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.Examination;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.JourneyClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long the schedule of one session takes to solve: three juries of two, a room for each, six actors. */
final class SolveBench {

    private static final int JURORS = 6;
    private static final int ROOMS = 3;
    private static final int MINUTES_OF_ALL_EVENTS = 110;
    private static final int MINUTES_OF_A_DAY = 480;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final JourneyClient client;
    private final Api api;
    private final Place place;

    SolveBench(JourneyClient client, Place place) {
        this.client = client;
        this.api = client.api();
        this.place = place;
    }

    /** Prepares a session of these candidates, solves it and says how that went. */
    String solve(List<String> candidateIds, int seconds) throws InterruptedException {
        List<String> jurors = jurors();
        rooms();
        String session = session(candidateIds.size());
        for (String id : candidateIds) {
            client.enrol(
                    session,
                    id,
                    client.actors().centreSiret(),
                    place.today().minusMonths(8),
                    place.today().minusDays(15));
        }
        client.appointJury(session, jurors, place.today());
        String schedule = "/v1/sessions/" + session + "/schedule";
        String centre = client.actors().centre();
        api.post(centre, schedule, api.object("actors", JURORS, "seconds", seconds));
        JsonNode view = api.get(centre, schedule).body();
        while (view.path("state").asText().equals("SOLVING")) {
            Thread.sleep(LOOK_EVERY);
            view = api.get(centre, schedule).body();
        }
        JsonNode progress = view.path("progress");
        if (!view.path("state").asText().equals("SOLVED")) {
            throw new StackException("The schedule of %d candidates ended as %s: %s"
                    .formatted(candidateIds.size(), view.path("state").asText(), view.path("causes")));
        }
        // Its jurors and rooms are free again for the next one.
        api.post(centre, "/v1/sessions/" + session + "/cancellation", api.object("reason", "Mesure terminée"));
        return String.format(
                Locale.ROOT,
                "%d candidates, %d passages: whole after %.1f s, best of %.1f s %s, waiting %d min on average, %d at most",
                candidateIds.size(),
                progress.path("passages").asInt(),
                progress.path("completeMillis").asInt() / 1e3,
                progress.path("elapsedMillis").asInt() / 1e3,
                progress.path("score").asText(),
                view.path("waiting").path("meanMinutes").asInt(),
                view.path("waiting").path("mostMinutes").asInt());
    }

    private String session(int candidates) {
        LocalDate first = place.today().plusMonths(3);
        int days = candidates * MINUTES_OF_ALL_EVENTS / (ROOMS * MINUTES_OF_A_DAY) + 2;
        JsonNode session = api.post(
                        client.actors().centre(),
                        "/v1/sessions",
                        api.object(
                                "type",
                                "TITLE",
                                "certificationNumber",
                                place.certification(),
                                "centreId",
                                place.centreId(),
                                "siteId",
                                place.siteId(),
                                "startsOn",
                                first.toString(),
                                "endsOn",
                                // Week-ends are not used.
                                first.plusDays(days * 7L / 5 + 2).toString(),
                                "manager",
                                Examination.MANAGER))
                .body();
        String id = session.path("id").asText();
        client.declare(id);
        return id;
    }

    private List<String> jurors() {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= JURORS; i++) {
            String subject = "bench-juror-" + i;
            Optional<JsonNode> known = client.juror(subject);
            String id = known.orElseGet(() -> client.createJuror(subject, "Fictif", "Juré de charge"))
                    .path("id")
                    .asText();
            if (known.isEmpty()) {
                client.createAccreditation(
                        id,
                        place.certification(),
                        place.today().minusYears(1),
                        place.today().plusYears(1),
                        6);
            }
            ids.add(id);
        }
        return ids;
    }

    private void rooms() {
        String path = "/v1/centres/" + place.centreId() + "/sites/" + place.siteId() + "/rooms";
        String centre = client.actors().centre();
        int known = api.get(centre, path).body().path("items").size();
        for (int i = known + 1; i <= ROOMS; i++) {
            api.post(centre, path, api.object("name", "Salle Fictive " + i));
        }
    }
}
