package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.Examination.Concluded;
import fr.parchemin.localstack.demo.Examination.Held;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can still happen to a decision: a record rectified, a title withdrawn, a session annulled. Each is a traced act,
 * and each reaches the booklet.
 */
public final class Corrections {

    private final JourneyClient client;
    private final JourneyListener listener;
    private final Journey journey;

    public Corrections(JourneyClient client, JourneyListener listener, Clock clock) {
        this.client = client;
        this.listener = listener;
        this.journey = new Journey(client, JourneyListener.SILENT, clock);
    }

    /**
     * How it ended.
     *
     * @param partly id of the candidate whose record was rectified: the title is passed in part
     * @param names ids of candidates and sessions, with what to call them
     * @param findings everything that is not as the rules want it
     */
    public record Outcome(String partly, Map<String, String> names, List<String> findings) {}

    /** Plays everything with the candidates of {@code run}. */
    public Outcome play(String run) {
        JsonNode plan = journey.readCatalogue();
        Place place = journey.prepareCentre();
        LocalDate certificateDay = place.today().minusMonths(3);
        Person delta = Person.invented(run, "Delta", "F", LocalDate.of(1979, 5, 9), "29019", "Brest", "29200");
        Person epsilon = Person.invented(run, "Epsilon", "M", LocalDate.of(1992, 12, 24), "44109", "Nantes", "44000");
        Person zeta = Person.invented(run, "Zêta", "F", LocalDate.of(2003, 1, 17), "56121", "Lorient", "56100");
        Seat first = seat(delta, null);
        Seat second = seat(epsilon, certificateDay);
        Subject title = new Subject(
                "TITLE, 2nd", "TITLE", null, false, Subject.title(plan).events());
        Examination examination = new Examination(client, listener, place, title, List.of(first, second));
        Held held = examination.hold();
        examination.recordFindings(held);
        Concluded concluded = examination.conclude(held, examination.drawUpRecord(held));
        List<String> findings = new ArrayList<>();
        ExpectedBooklets booklets = new ExpectedBooklets(client, listener, findings);
        booklets.expect(first, "holds BC01 BC03, missing BC02");
        booklets.expect(second, "holds BC01 BC02 BC03, and the title");

        rectify(examination, held, concluded, first);
        booklets.expect(first, "holds BC01, missing BC02 BC03");
        booklets.expect(second, "holds BC01 BC02 BC03, and the title");

        listener.before(Phase.WITHDRAWAL, "");
        withdraw(findings, second);
        booklets.expect(second, "holds BC01 BC02 BC03");

        Seat third = seat(zeta, null);
        Subject block =
                Subject.of(plan, "CCP " + Journey.CERTIFICATION + "BC01", "CCP", Journey.CERTIFICATION + "BC01", false);
        Concluded annulled = new Examination(client, listener, place, block, List.of(third)).play();
        booklets.expect(third, "holds BC01, missing BC02 BC03");
        listener.before(Phase.ANNULMENT, block.name());
        JsonNode view = client.annul(
                annulled.sessionId(), "DECISION-FICTIVE-1", place.today(), "Sujet fictif divulgué avant l’épreuve");
        listener.step(
                client.actors().authority(),
                "annuls the session " + block.name(),
                view.path("state").asText());
        booklets.expect(third, "holds nothing, missing BC01 BC02 BC03");

        Map<String, String> names = new LinkedHashMap<>();
        for (Seat seat : List.of(first, second, third)) {
            names.put(seat.candidateId(), seat.person().name());
        }
        names.put(concluded.sessionId(), "session " + title.name());
        names.put(annulled.sessionId(), "session " + block.name());
        return new Outcome(first.candidateId(), names, findings);
    }

    private Seat seat(Person person, @Nullable LocalDate certificateDay) {
        return new Seat(person, journey.register(person), client.actors().centreSiret(), true, certificateDay);
    }

    /** Both jurors had taken the candidate for somebody else at the questionnaire: BC03 was never shown. */
    private void rectify(Examination examination, Held held, Concluded concluded, Seat seat) {
        listener.before(Phase.RECTIFICATION, "");
        JsonNode draft =
                client.rectify(concluded.recordId(), "Candidat fictif confondu avec un homonyme au questionnement");
        String recordId = draft.path("id").asText();
        listener.step(
                client.actors().authority(),
                "has the record " + concluded.orderNumber() + " corrected",
                draft.path("state").asText());
        for (String juror : client.actors().jurors()) {
            client.correctFinding(
                    juror, Objects.requireNonNull(held.enrolments().get(seat)), "QP", "NOT_ACQUIRED");
            listener.step(juror, "corrects the finding on " + seat.person().name() + " at QP", "NOT_ACQUIRED");
        }
        examination.signAndSubmit(recordId);
        JsonNode validated = client.validate(recordId);
        listener.step(
                client.actors().authority(),
                "validates the rectifying record",
                "order number " + validated.path("orderNumber").asText());
        examination.notifyResults(held, recordId);
    }

    private void withdraw(List<String> findings, Seat seat) {
        String number = client.awards(seat.candidateId()).stream()
                .filter(a -> a.path("kind").asText().equals("TITLE"))
                .map(a -> a.path("number").asText())
                .findFirst()
                .orElseThrow(() -> new JourneyException(seat.person().name() + " has no title to withdraw"));
        JsonNode withdrawn = client.withdraw(number, "Décision fictive 2 : fraude établie après la session");
        listener.step(
                client.actors().authority(),
                "withdraws the title of " + seat.person().name(),
                withdrawn.path("state").asText());
        JsonNode answer =
                client.verify(number, seat.person().birthName(), seat.person().bornOn());
        String state = answer.path("award").path("state").asText();
        listener.step("anybody", "verifies the withdrawn title", state);
        if (!state.equals("WITHDRAWN")) {
            findings.add("the verification of the withdrawn title %s says %s".formatted(number, answer));
        }
    }

    /**
     * How many events of each name this leaves behind: two sessions, three candidates, all of them present, and three acts
     * that take something back.
     */
    public static Map<String, Integer> expectedEvents() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put("CandidateIdentified", 3);
        expected.put("SessionDeclared", 2);
        expected.put("CandidateEnrolled", 3);
        expected.put("JuryAppointed", 2);
        expected.put("SessionSummoned", 2);
        expected.put("SessionOpened", 2);
        expected.put("AttendanceRecorded", 3);
        expected.put("SituationDrawn", 3);
        expected.put("DocumentPresented", 1);
        expected.put("SessionClosed", 2);
        expected.put("SessionAnnulled", 1);
        expected.put("AssessmentRecorded", 2 * 2 * 4 + 2 + 2 * 2);
        expected.put("RecordDrafted", 2 + 1);
        expected.put("RecordSigned", 4 + 2);
        expected.put("RecordSubmitted", 2 + 1);
        expected.put("RecordValidated", 2 + 1);
        expected.put("RecordNotified", 2 + 1);
        expected.put("CompetenceValidated", 11 + 12 + 5);
        expected.put("CompetenceWithdrawn", 3 + 5);
        expected.put("BlockAwarded", 2 + 3 + 1);
        expected.put("TitleAwarded", 1);
        expected.put("AwardWithdrawn", 3);
        expected.put("ResultPublished", 3 + 2);
        expected.put("ResultAnnulled", 1);
        return expected;
    }
}
