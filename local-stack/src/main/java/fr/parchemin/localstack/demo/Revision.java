package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.localstack.demo.Examination.Concluded;
import fr.parchemin.localstack.demo.Examination.Place;
import fr.parchemin.localstack.demo.Examination.Seat;
import fr.parchemin.localstack.demo.Examination.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A revised title: blocks of the older version count for the newer one by a row of correspondence, a last block completes
 * the title, and a complementary certificate is added to it. The sheet of the older version, the row and the complement are
 * invented, and say so.
 */
public final class Revision {

    private static final String OLDER = "RNCP35313";
    private static final String COMPLEMENT = Journey.CERTIFICATION + "CCS01";
    /** Earlier than any export of the register, so that every real one is newer. */
    private static final String FILE = "export_fiches_RNCP_V4_1_2020-01-01.xml";

    private final JourneyClient client;
    private final JourneyListener listener;
    private final Journey journey;

    public Revision(JourneyClient client, JourneyListener listener, Clock clock) {
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

    /** Plays everything. */
    public Outcome play(String run) {
        List<String> findings = new ArrayList<>();
        ExpectedBooklets booklets = new ExpectedBooklets(client, listener, findings);
        Place place = journey.prepareCentre();
        Person theta = Person.invented(run, "Thêta", "F", LocalDate.of(1986, 3, 30), "29232", "Quimper", "29000");
        Seat seat = new Seat(theta, journey.register(theta), client.actors().centreSiret(), true, null);

        listener.before(Phase.REVISION, "");
        List<String> older = olderBlocks();
        journey.onceKnown(
                OLDER,
                () -> client.grantEquivalence(seat.candidateId(), OLDER, older, "DECISION-FICTIVE-3", place.today()));
        listener.step(
                client.actors().authority(),
                "grants " + theta.name() + " blocks of the older version",
                String.join(", ", older));
        correspond(older, place.today());
        booklets.expect(seat, "holds BC01 BC02, missing BC03");

        Subject block = Subject.block(client.assessmentPlan(Journey.CERTIFICATION), Journey.CERTIFICATION + "BC03");
        Concluded completed = new Examination(client, listener, place, block, List.of(seat)).play();
        booklets.expect(seat, "holds BC01 BC02 BC03, and the title");

        listener.before(Phase.COMPLEMENT, "");
        Subject complement = Subject.complement(listComplement(), COMPLEMENT);
        approve(place);
        Concluded added = new Examination(client, listener, place, complement, List.of(seat)).play();
        booklets.expect(seat, "holds BC01 BC02 BC03, and the title, and CCS01");

        Map<String, String> names = new LinkedHashMap<>();
        names.put(seat.candidateId(), theta.name());
        names.put(completed.sessionId(), "session " + block.name());
        names.put(added.sessionId(), "session " + complement.name());
        return new Outcome(names, findings);
    }

    /** Codes of the first two blocks of the older version; its sheet is invented unless the register was imported. */
    private List<String> olderBlocks() {
        if (client.certificationExists(OLDER)) {
            listener.step(client.actors().certifier(), "finds " + OLDER, "already there");
        } else {
            JsonNode job = client.addToRegister(FILE, inventedSheet());
            listener.step(
                    client.actors().certifier(),
                    "takes an invented sheet of " + OLDER + " into the catalogue",
                    job.path("state").asText());
        }
        return client.certification(OLDER).path("blocks").findValuesAsText("code").stream()
                .sorted()
                .limit(2)
                .toList();
    }

    private static String inventedSheet() {
        try (InputStream in = Revision.class.getResourceAsStream("RNCP35313-fictif.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void correspond(List<String> older, LocalDate today) {
        List<String> newer = List.of(Journey.CERTIFICATION + "BC01", Journey.CERTIFICATION + "BC02");
        if (client.correspondence(OLDER, Journey.CERTIFICATION).isEmpty()) {
            client.createCorrespondence(OLDER, older, Journey.CERTIFICATION, newer, today);
        }
        listener.step(
                client.actors().authority(),
                "lets " + String.join(" and ", older) + " together count for",
                String.join(", ", newer));
    }

    /** Adds the invented complement to the plan of the title, and returns the plan. */
    private JsonNode listComplement() {
        JsonNode plan = client.assessmentPlan(Journey.CERTIFICATION);
        if (!plan.path("complements").findValuesAsText("code").contains(COMPLEMENT)) {
            plan = client.replaceAssessmentPlan(Journey.CERTIFICATION, this::withComplement);
        }
        listener.step(
                client.actors().certifier(),
                "lists the complement " + COMPLEMENT,
                "version " + plan.path("version").asText() + " of the plan");
        return plan;
    }

    private ObjectNode withComplement(ObjectNode plan) {
        Api api = client.api();
        String competence = COMPLEMENT + "-C1";
        plan.withArray("complements")
                .add(api.object(
                        "code",
                        COMPLEMENT,
                        "label",
                        "Complément fictif de démonstration",
                        "competences",
                        List.of(api.object("code", competence, "label", "Compétence fictive"))));
        plan.withArray("targets")
                .add(api.object(
                        "target",
                        COMPLEMENT,
                        "totalMinutes",
                        30,
                        "events",
                        List.of(api.object(
                                "code",
                                "MSP",
                                "kind",
                                "PROFESSIONAL_SIMULATION",
                                "label",
                                "Mise en situation professionnelle",
                                "minutes",
                                30,
                                "after",
                                List.of(),
                                "competences",
                                List.of(competence)))));
        return plan;
    }

    /** A complement is examined by a centre that is approved for it as well. */
    private void approve(Place place) {
        if (client.approval(place.centreId(), place.siteId(), place.certification(), COMPLEMENT, place.today())
                .isEmpty()) {
            journey.onceKnown(
                    COMPLEMENT,
                    () -> client.createApproval(
                            place.centreId(),
                            place.siteId(),
                            place.certification(),
                            COMPLEMENT,
                            place.today().minusYears(1),
                            place.today().plusYears(1),
                            "Décision fictive"));
        }
        listener.step(client.actors().authority(), "approves the centre for it", "approved");
    }

    /** How many events of each name this leaves behind. */
    public static Map<String, Integer> expectedEvents() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put("CandidateIdentified", 1);
        expected.put("SessionDeclared", 2);
        expected.put("CandidateEnrolled", 2);
        expected.put("JuryAppointed", 2);
        expected.put("SessionSummoned", 2);
        expected.put("SessionOpened", 2);
        expected.put("AttendanceRecorded", 2);
        expected.put("SessionClosed", 2);
        expected.put("AssessmentRecorded", 2 * 2 + 2);
        expected.put("RecordDrafted", 2);
        expected.put("RecordSigned", 4);
        expected.put("RecordSubmitted", 2);
        expected.put("RecordValidated", 2);
        expected.put("RecordNotified", 2);
        expected.put("BlockRecognised", 2 + 2);
        expected.put("CompetenceValidated", 3 + 1);
        expected.put("BlockAwarded", 1);
        expected.put("TitleAwarded", 1);
        expected.put("ComplementAwarded", 1);
        expected.put("ResultPublished", 2);
        return expected;
    }
}
