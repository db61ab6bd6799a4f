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
        session.put("sitePostalCode", "69001");
        session.put("siteInseeCode", "69381");
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
        tellIdentity(candidate, 1, PLATFORM);
    }

    static void tellIdentity(Candidate candidate, int version, String enteredBy) {
        tellIdentity(candidate, version, enteredBy, "F");
    }

    static void tellIdentity(Candidate candidate, int version, String enteredBy, String sex) {
        Map<String, @Nullable Object> data = new HashMap<>(Map.of(
                "candidateId", candidate.id(),
                "version", version,
                "birthName", candidate.birthName(),
                "firstNames", List.of("Alex", "Sam"),
                "sex", sex,
                "bornOn", candidate.bornOn(),
                "birthPlace", Map.of("label", "Lyon", "countryCode", "FRA", "inseeCode", "69123"),
                "createdBySiret", enteredBy));
        data.put("usageName", null);
        tell("session", "parchemin.identities", candidate.id().toString(), "CandidateIdentified", data);
    }

    /** The same session with something told otherwise. */
    ToldSession with(String field, Object value) {
        session.put(field, value);
        return this;
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
                                PLATFORM,
                                "enrolledOn",
                                "2026-10-05")));
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

    /** Opened with some members of the jury missing. */
    ToldSession openWith(List<UUID> present) {
        return say("SessionOpened", Map.of("openedAt", "2026-11-23T07:00:00Z", "presentJurorIds", present));
    }

    ToldSession attend(Candidate candidate, String status) {
        return attend(candidate, status, 1);
    }

    ToldSession attend(Candidate candidate, String status, int identityVersion) {
        return say(
                "AttendanceRecorded",
                Map.of(
                        "enrolmentId",
                        candidate.enrolmentId(),
                        "candidateId",
                        candidate.id(),
                        "identityVersion",
                        identityVersion,
                        "status",
                        status,
                        "recordedAt",
                        "2026-11-23T07:05:00Z"));
    }

    ToldSession presentFirstAid(Candidate candidate) {
        return presentFirstAid(UUID.randomUUID().toString(), candidate, true);
    }

    /** A certificate shown, told under a given event id so that it can be delivered again. */
    ToldSession presentFirstAid(String eventId, Candidate candidate, boolean valid) {
        return say(
                eventId,
                "DocumentPresented",
                Map.of(
                        "enrolmentId", candidate.enrolmentId(),
                        "candidateId", candidate.id(),
                        "kind", "SST",
                        "issuedOn", "2026-01-10",
                        "validUntil", "2028-01-10",
                        "validOnExamDay", valid,
                        "presentedAt", "2026-11-23T07:10:00Z"));
    }

    /** A suspicion of fraud at the questions on the production. */
    ToldSession reportFraud(Candidate candidate) {
        return say(
                "FraudReported",
                Map.of(
                        "reportId",
                        UUID.randomUUID(),
                        "enrolmentId",
                        candidate.enrolmentId(),
                        "candidateId",
                        candidate.id(),
                        "eventCode",
                        "QP",
                        "occurredAt",
                        "2026-11-23T09:20:00Z",
                        "candidateContinues",
                        true,
                        "accompliceIds",
                        List.of(),
                        "reportedAt",
                        "2026-11-23T10:05:00Z"));
    }

    ToldSession close() {
        return say("SessionClosed", Map.of("closedAt", "2026-11-23T16:00:00Z"));
    }

    ToldSession cancel() {
        return say("SessionCancelled", Map.of("reason", "Annulée par erreur"));
    }

    ToldSession resume() {
        return say("SessionResumed", Map.of("reason", "Annulée par erreur"));
    }

    /** Void by decision of the authority. */
    ToldSession annul() {
        return say(
                "SessionAnnulled",
                Map.of(
                        "decisionReference",
                        "DREETS-FICTIVE-2027-01",
                        "decidedOn",
                        "2027-01-15",
                        "reason",
                        "Épreuve fictive non conforme"));
    }

    private ToldSession say(String name, Map<String, Object> more) {
        return say(UUID.randomUUID().toString(), name, more);
    }

    private ToldSession say(String eventId, String name, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("session", session);
        tell(eventId, "session", "parchemin.sessions", id.toString(), name, data);
        return this;
    }
}
