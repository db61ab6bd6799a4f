package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.Examination.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What the calendar still allows somebody who passed in part: to sit again within a year or after a new training, and to
 * finish in the year after the title has expired.
 */
public final class Deadlines {

    private final JourneyClient client;
    private final JourneyListener listener;
    private final Journey journey;

    public Deadlines(JourneyClient client, JourneyListener listener, Clock clock) {
        this.client = client;
        this.listener = listener;
        this.journey = new Journey(client, JourneyListener.SILENT, clock);
    }

    /**
     * How it ended.
     *
     * @param names ids of candidates and sessions, with what to call them
     * @param findings everything that is not as the rules want it
     */
    public record Outcome(Map<String, String> names, List<String> findings) {}

    /**
     * Plays everything.
     *
     * @param partly id of a candidate who passed the title in part today
     */
    public Outcome play(String run, String partly) {
        Place place = journey.prepareCentre();
        LocalDate today = place.today();
        LocalDate expiry = LocalDate.parse(client.certification(place.certification())
                .findValue("registrationEndsOn")
                .asText());
        approveUntil(place, expiry);
        List<String> findings = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();

        listener.before(Phase.DEADLINES, "");
        String later = declared(place, today.plusMonths(13), names);
        refused(
                findings,
                "the same candidate without a new training, 13 months later",
                List.of("R100"),
                () -> enrol(later, partly, today.minusMonths(8), today.minusDays(15)));

        String grace = declared(place, expiry.plusMonths(4), names);
        Person eta = Person.invented(run, "Êta", "M", LocalDate.of(1999, 9, 9), "35238", "Rennes", "35000");
        String newcomer = journey.register(eta);
        names.put(newcomer, eta.name());
        refused(
                findings,
                "a newcomer trained after the expiry",
                List.of("R5", "R8"),
                () -> enrol(grace, newcomer, expiry.plusDays(1), expiry.plusMonths(3)));
        enrol(grace, partly, expiry.minusMonths(8), expiry.minusMonths(1));
        listener.step(
                client.actors().centre(),
                "enrols who passed in part, after a new training",
                "in the year after expiry");

        String late = client.createSession(
                        "TITLE",
                        place.certification(),
                        null,
                        place.centreId(),
                        place.siteId(),
                        expiry.plusMonths(13),
                        Examination.MANAGER,
                        false)
                .path("id")
                .asText();
        refused(findings, "a session 13 months after the expiry", List.of("R8"), () -> client.declare(late));
        return new Outcome(names, findings);
    }

    /** Approval up to the last day of validity; the one of the demonstration ends earlier. */
    private void approveUntil(Place place, LocalDate expiry) {
        client.approval(place.centreId(), place.siteId(), place.certification(), null, place.today())
                .map(a -> LocalDate.parse(a.path("validTo").asText()).plusDays(1))
                .filter(next -> next.isBefore(expiry))
                .filter(next -> client.approval(place.centreId(), place.siteId(), place.certification(), null, next)
                        .isEmpty())
                .ifPresent(next -> client.createApproval(
                        place.centreId(),
                        place.siteId(),
                        place.certification(),
                        null,
                        next,
                        expiry,
                        "Décision fictive de renouvellement"));
    }

    private String declared(Place place, LocalDate day, Map<String, String> names) {
        String id = client.createSession(
                        "TITLE",
                        place.certification(),
                        null,
                        place.centreId(),
                        place.siteId(),
                        day,
                        Examination.MANAGER,
                        false)
                .path("id")
                .asText();
        listener.step(
                client.actors().centre(),
                "declares a session on " + day,
                client.declare(id).path("state").asText());
        names.put(id, "session of " + day);
        return id;
    }

    private JsonNode enrol(String sessionId, String candidateId, LocalDate from, LocalDate to) {
        return client.enrol(sessionId, candidateId, client.actors().centreSiret(), from, to);
    }

    private void refused(List<String> findings, String what, List<String> rules, Supplier<JsonNode> request) {
        try {
            findings.add("%s is accepted: %s".formatted(what, request.get()));
        } catch (ApiException e) {
            List<String> broken = e.problem().path("violations").findValuesAsText("rule");
            listener.step(client.actors().centre(), "is refused " + what, String.join(", ", broken));
            if (!broken.equals(rules)) {
                findings.add("%s should break %s: %s".formatted(what, rules, e.getMessage()));
            }
        }
    }

    /** How many events of each name this leaves behind. */
    public static Map<String, Integer> expectedEvents() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put("SessionDeclared", 2);
        expected.put("CandidateIdentified", 1);
        expected.put("CandidateEnrolled", 1);
        return expected;
    }
}
