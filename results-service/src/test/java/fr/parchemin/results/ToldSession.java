package fr.parchemin.results;

import static fr.parchemin.kit.test.KafkaProbe.tell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells results-service of an exam session, event by event, as the session service would. */
final class ToldSession {

    static final String CENTRE = "98222438800016";
    static final String PLATFORM = "35600000000048";

    final UUID id = UUID.randomUUID();
    final List<UUID> jurors;
    private final Map<String, @Nullable Object> session = new HashMap<>();

    /** A candidate with the enrolment in this session. */
    record Candidate(UUID id, UUID enrolmentId, String birthName, String bornOn) {

        /** The same person, enrolled once more. */
        Candidate again() {
            return new Candidate(id, UUID.randomUUID(), birthName, bornOn);
        }
    }

    ToldSession(String type, @Nullable String blockCode, boolean withFinalInterview, List<UUID> jurors) {
        this.jurors = jurors;
        session.putAll(Map.of(
                "id",
                id,
                "type",
                type,
                "certificationNumber",
                Rncp37722.NUMBER,
                "planVersion",
                1,
                "centreId",
                UUID.randomUUID(),
                "centreSiret",
                CENTRE,
                "centreName",
                "Centre fictif",
                "siteId",
                UUID.randomUUID(),
                "siteName",
                "Plateau fictif",
                "siteCity",
                "Lyon"));
        session.putAll(Map.of(
                "timeZone", "Europe/Paris",
                "startsOn", "2026-11-23",
                "endsOn", "2026-11-23",
                "manager", "Fictif Responsable",
                "withFinalInterview", withFinalInterview,
                "remote", false,
                "state", "DECLARED"));
        session.put("blockCode", blockCode);
        session.put("ceresNumber", null);
    }

    static List<UUID> tellJurors(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            tell(
                    "session",
                    "parchemin.identities",
                    id.toString(),
                    "JurorIdentified",
                    Map.of(
                            "jurorId",
                            id,
                            "subject",
                            "demo-juror-" + i,
                            "lastName",
                            "Fictif",
                            "firstName",
                            "Juré " + i));
        }
        return ids;
    }

    static void tellIdentity(Candidate candidate) {
        Map<String, @Nullable Object> data = new HashMap<>(Map.of(
                "candidateId", candidate.id(),
                "version", 1,
                "birthName", candidate.birthName(),
                "firstNames", List.of("Alex", "Sam"),
                "sex", "F",
                "bornOn", candidate.bornOn(),
                "birthPlace", Map.of("label", "Lyon", "countryCode", "FRA", "inseeCode", "69123"),
                "createdBySiret", PLATFORM));
        data.put("usageName", null);
        tell("session", "parchemin.identities", candidate.id().toString(), "CandidateIdentified", data);
    }

    ToldSession declare() {
        return say("SessionDeclared", Map.of());
    }

    ToldSession enrol(Candidate candidate) {
        return say(
                "CandidateEnrolled",
                Map.of(
                        "enrolment",
                        Map.of(
                                "id",
                                candidate.enrolmentId(),
                                "candidateId",
                                candidate.id(),
                                "route",
                                "CONTINUING",
                                "trainingProviderSiret",
                                PLATFORM)));
    }

    ToldSession appointJury() {
        return say("JuryAppointed", Map.of("jurorIds", jurors));
    }

    ToldSession recuse(UUID jurorId, Candidate candidate) {
        return say(
                "JurorRecused",
                Map.of("jurorId", jurorId, "enrolmentId", candidate.enrolmentId(), "candidateId", candidate.id()));
    }

    ToldSession open() {
        return say("SessionOpened", Map.of("openedAt", "2026-11-23T07:00:00Z", "presentJurorIds", jurors));
    }

    ToldSession attend(Candidate candidate, String status) {
        return say(
                "AttendanceRecorded",
                Map.of(
                        "enrolmentId",
                        candidate.enrolmentId(),
                        "candidateId",
                        candidate.id(),
                        "identityVersion",
                        1,
                        "status",
                        status,
                        "recordedAt",
                        "2026-11-23T07:05:00Z"));
    }

    ToldSession presentFirstAid(Candidate candidate) {
        return say(
                "DocumentPresented",
                Map.of(
                        "enrolmentId", candidate.enrolmentId(),
                        "candidateId", candidate.id(),
                        "kind", "SST",
                        "issuedOn", "2026-01-10",
                        "validUntil", "2028-01-10",
                        "validOnExamDay", true,
                        "presentedAt", "2026-11-23T07:10:00Z"));
    }

    ToldSession close() {
        return say("SessionClosed", Map.of("closedAt", "2026-11-23T16:00:00Z"));
    }

    private ToldSession say(String name, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("session", session);
        tell("session", "parchemin.sessions", id.toString(), name, data);
        return this;
    }
}
