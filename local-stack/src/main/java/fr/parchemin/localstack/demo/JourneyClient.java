package fr.parchemin.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.localstack.demo.Api.Answer;
import fr.parchemin.localstack.demo.Examination.Path;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The operations of the public API that the journey uses, one method each, thin. */
public final class JourneyClient {

    private static final String SESSIONS = "/v1/sessions/";
    private static final String RECORDS = "/v1/records/";

    private final Api api;
    private final Actors actors;

    public JourneyClient(Api api, Actors actors) {
        this.api = api;
        this.actors = actors;
    }

    /** The connection underneath. */
    public Api api() {
        return api;
    }

    /** Who plays. */
    public Actors actors() {
        return actors;
    }

    // --- référentiel ---

    public JsonNode certification(String number) {
        return api.get(null, "/v1/certifications/" + number).body();
    }

    public JsonNode assessmentPlan(String number) {
        return api.get(null, "/v1/certifications/" + number + "/assessment-plan")
                .body();
    }

    public boolean hasAssessmentPlan(String number) {
        return early(() -> assessmentPlan(number)).isPresent();
    }

    // --- centre and jury ---

    public boolean certificationExists(String number) {
        return early(() -> certification(number)).isPresent();
    }

    /**
     * Has sheets taken into the register beside what it holds: a file of France compétences is the whole register, so all of
     * it goes out and comes back with them.
     *
     * @param fileName as the register publishes it, with its day
     * @return the import, once it ended
     */
    public JsonNode addToRegister(String fileName, String sheets) {
        try {
            java.nio.file.Path folder = Files.createTempDirectory("parchemin-register");
            java.nio.file.Path file = folder.resolve(fileName);
            try {
                api.download("/v1/exports/certifications?register=RNCP", "application/xml", file);
                append(file, sheets);
                String path = "/v1/imports/"
                        + api.upload(actors.certifier(), "/v1/imports?force=true", file)
                                .body()
                                .path("id")
                                .asText();
                return api.patience().await("the import of " + fileName, () -> Optional.of(
                                api.get(actors.certifier(), path).body())
                        .filter(job -> job.hasNonNull("endedAt")));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new JourneyException("The register cannot be kept on the way: " + e.getMessage(), e);
        }
    }

    /** Puts the sheets before the end of the file. */
    private static void append(java.nio.file.Path file, String sheets) throws IOException {
        byte[] end = "</FICHES>".getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile register = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] tail = new byte[(int) Math.min(register.length(), 256)];
            register.seek(register.length() - tail.length);
            register.readFully(tail);
            int at = new String(tail, StandardCharsets.ISO_8859_1).lastIndexOf("</FICHES>");
            if (at < 0) {
                throw new IOException("the export has no end");
            }
            register.seek(register.length() - tail.length + at);
            register.write(sheets.getBytes(StandardCharsets.UTF_8));
            register.write(end);
            register.setLength(register.getFilePointer());
        }
    }

    /** Puts a new version of a plan in force, over the one that is. */
    public JsonNode replaceAssessmentPlan(String number, UnaryOperator<ObjectNode> change) {
        String path = "/v1/certifications/" + number + "/assessment-plan";
        Answer present = api.get(null, path);
        return put(
                actors.certifier(),
                path,
                change.apply(present.body().deepCopy()),
                present.etag().orElse(null));
    }

    public Optional<JsonNode> centre(String siret) {
        return find(
                actors.authority(),
                "/v1/centres?",
                c -> siret.equals(c.path("siret").asText()));
    }

    public JsonNode createCentre(String siret, String name) {
        return created(actors.authority(), "/v1/centres", api.object("siret", siret, "name", name));
    }

    public Optional<JsonNode> site(String centreId, String name) {
        return find(
                actors.authority(),
                "/v1/centres/" + centreId + "/sites?",
                s -> name.equals(s.path("name").asText()));
    }

    public JsonNode createSite(
            String centreId, String name, String addressLine, String postalCode, String city, String inseeCode) {
        return createSite(centreId, name, addressLine, postalCode, city, inseeCode, "Europe/Paris");
    }

    public JsonNode createSite(
            String centreId,
            String name,
            String addressLine,
            String postalCode,
            String city,
            String inseeCode,
            String timeZone) {
        return created(
                actors.authority(),
                "/v1/centres/" + centreId + "/sites",
                api.object(
                        "name",
                        name,
                        "addressLine",
                        addressLine,
                        "postalCode",
                        postalCode,
                        "city",
                        city,
                        "inseeCode",
                        inseeCode,
                        "timeZone",
                        timeZone));
    }

    /**
     * An approval for the site that covers the day.
     *
     * @param complement code of a complementary certificate, null for the title itself
     */
    public Optional<JsonNode> approval(
            String centreId, String siteId, String certification, @Nullable String complement, LocalDate day) {
        return find(
                actors.authority(),
                "/v1/centres/" + centreId + "/approvals?",
                a -> certification.equals(a.path("certificationNumber").asText())
                        && siteId.equals(a.path("siteId").asText())
                        && (complement == null
                                ? !a.hasNonNull("complementCode")
                                : complement.equals(a.path("complementCode").asText()))
                        && covers(a, day));
    }

    /** All approvals of the centre. */
    public List<JsonNode> approvals(String centreId) {
        return list(actors.authority(), "/v1/centres/" + centreId + "/approvals?");
    }

    /** All accreditations of the juror. */
    public List<JsonNode> accreditations(String jurorId) {
        return list(actors.authority(), "/v1/jurors/" + jurorId + "/accreditations?");
    }

    public JsonNode createApproval(
            String centreId,
            String siteId,
            String certification,
            @Nullable String complement,
            LocalDate from,
            LocalDate to,
            String decision) {
        return created(
                actors.authority(),
                "/v1/centres/" + centreId + "/approvals",
                api.object(
                        "certificationNumber",
                        certification,
                        "complementCode",
                        complement,
                        "siteId",
                        siteId,
                        "validFrom",
                        from.toString(),
                        "validTo",
                        to.toString(),
                        "decision",
                        decision));
    }

    public JsonNode createConvention(
            String centreId, String providerSiret, String certification, LocalDate from, LocalDate to) {
        return created(
                actors.authority(),
                "/v1/centres/" + centreId + "/conventions",
                api.object(
                        "trainingProviderSiret",
                        providerSiret,
                        "certificationNumbers",
                        List.of(certification),
                        "signedOn",
                        from.toString(),
                        "validFrom",
                        from.toString(),
                        "validTo",
                        to.toString()));
    }

    public Optional<JsonNode> juror(String subject) {
        return find(
                actors.authority(),
                "/v1/jurors?",
                j -> subject.equals(j.path("subject").asText()));
    }

    public JsonNode createJuror(String subject, String lastName, String firstName) {
        return created(
                actors.authority(),
                "/v1/jurors",
                api.object("subject", subject, "lastName", lastName, "firstName", firstName));
    }

    /** An accreditation for the certification that covers the day. */
    public Optional<JsonNode> accreditation(String jurorId, String certification, LocalDate day) {
        return find(
                actors.authority(),
                "/v1/jurors/" + jurorId + "/accreditations?",
                a -> certification.equals(a.path("certificationNumber").asText()) && covers(a, day));
    }

    public JsonNode createAccreditation(
            String jurorId, String certification, LocalDate from, LocalDate to, int yearsInTrade) {
        return created(
                actors.authority(),
                "/v1/jurors/" + jurorId + "/accreditations",
                api.object(
                        "certificationNumber",
                        certification,
                        "validFrom",
                        from.toString(),
                        "validTo",
                        to.toString(),
                        "yearsInTrade",
                        yearsInTrade));
    }

    // --- candidates ---

    public boolean candidateExists(String externalRef) {
        return !api.get(
                        actors.centre(),
                        "/v1/candidates?externalRef=" + URLEncoder.encode(externalRef, StandardCharsets.UTF_8))
                .body()
                .path("items")
                .isEmpty();
    }

    public JsonNode createCandidate(Person person) {
        return created(
                actors.centre(),
                "/v1/candidates",
                api.object(
                        "externalRef",
                        person.externalRef(),
                        "birthName",
                        person.birthName(),
                        "firstNames",
                        person.firstNames(),
                        "sex",
                        person.sex(),
                        "bornOn",
                        person.bornOn().toString(),
                        "birthPlace",
                        api.object(
                                "inseeCode",
                                person.birthPlaceInsee(),
                                "label",
                                person.birthPlaceLabel(),
                                "countryCode",
                                "FRA"),
                        "postalCode",
                        person.postalCode()));
    }

    /** Registers many candidates by a file; answers with a row for each. */
    public JsonNode importCandidates(String csv) {
        return api.post(actors.centre(), "/v1/candidates/import", "text/csv", csv)
                .body();
    }

    // --- session ---

    /** The sessions of the centre. */
    public List<JsonNode> sessions() {
        return list(actors.centre(), "/v1/sessions?");
    }

    public JsonNode createSession(
            String type,
            String certification,
            @Nullable String blockCode,
            String centreId,
            String siteId,
            LocalDate day,
            String manager,
            boolean withFinalInterview) {
        return created(
                actors.centre(),
                "/v1/sessions",
                api.object(
                        "type",
                        type,
                        "certificationNumber",
                        certification,
                        "blockCode",
                        blockCode,
                        "centreId",
                        centreId,
                        "siteId",
                        siteId,
                        "startsOn",
                        day.toString(),
                        "endsOn",
                        day.toString(),
                        "manager",
                        manager,
                        "withFinalInterview",
                        withFinalInterview));
    }

    public JsonNode session(String sessionId) {
        return api.get(actors.centre(), SESSIONS + sessionId).body();
    }

    public JsonNode declare(String sessionId) {
        return transition(sessionId, "declaration", api.object());
    }

    /** Enrols a candidate, trained by the centre itself or another provider. */
    public JsonNode enrol(String sessionId, String candidateId, String providerSiret, Path path) {
        return created(
                actors.centre(),
                SESSIONS + sessionId + "/enrolments",
                api.object(
                        "candidateId",
                        candidateId,
                        "route",
                        path.route(),
                        "trainingProviderSiret",
                        path.from() == null ? null : providerSiret,
                        "trainingStartedOn",
                        text(path.from()),
                        "trainingEndedOn",
                        text(path.to()),
                        "vaeAdmissibleSince",
                        text(path.admissibleSince())));
    }

    /** By continuing training. */
    public JsonNode enrol(
            String sessionId, String candidateId, String providerSiret, LocalDate trainedFrom, LocalDate trainedTo) {
        return enrol(sessionId, candidateId, providerSiret, new Path("CONTINUING", trainedFrom, trainedTo, null));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    public List<JsonNode> enrolments(String sessionId) {
        return list(actors.centre(), SESSIONS + sessionId + "/enrolments?");
    }

    public JsonNode appointJury(String sessionId, List<String> jurorIds, LocalDate charterAcceptedOn) {
        ArrayNode members = api.object().putArray("members");
        for (String jurorId : jurorIds) {
            members.add(api.object("jurorId", jurorId, "charterAcceptedOn", charterAcceptedOn.toString()));
        }
        return put(actors.centre(), SESSIONS + sessionId + "/jury", api.object("members", members), null);
    }

    public JsonNode recuse(String sessionId, String jurorId, String enrolmentId, String ground, String declaredBy) {
        return created(
                actors.centre(),
                SESSIONS + sessionId + "/recusals",
                api.object("jurorId", jurorId, "enrolmentId", enrolmentId, "ground", ground, "declaredBy", declaredBy));
    }

    /** A situation of the assessment kit. */
    public record Situation(String code, String type, String label) {}

    public JsonNode listSituations(String sessionId, List<Situation> situations) {
        return put(actors.centre(), SESSIONS + sessionId + "/situations", api.object("situations", situations), null);
    }

    public JsonNode receiveKit(String sessionId, String reference, LocalDate receivedOn, String ceresNumber) {
        return transition(
                sessionId,
                "assessment-kit",
                api.object("reference", reference, "receivedOn", receivedOn.toString(), "ceresNumber", ceresNumber));
    }

    public JsonNode summon(String sessionId, @Nullable String lateReason) {
        return transition(sessionId, "summons", api.object("lateReason", lateReason));
    }

    public JsonNode open(String sessionId, List<String> presentJurorIds, String checkedBy, String candidateWitness) {
        return transition(
                sessionId,
                "opening",
                api.object(
                        "presentJurorIds",
                        presentJurorIds,
                        "seals",
                        api.object("checkedBy", checkedBy, "candidateWitness", candidateWitness)));
    }

    /** Who is excluded came first, and the suspicion is put in writing. */
    public void recordAttendance(String sessionId, String enrolmentId, String status) {
        String path = enrolment(sessionId, enrolmentId) + "/attendance";
        if (status.equals("EXCLUDED")) {
            Answer present = api.put(actors.centre(), path, api.object("status", "PRESENT"), null);
            reportFraud(
                    sessionId, enrolmentId, present.body().path("recordedAt").asText());
            present.etag().ifPresent(tag -> api.put(actors.centre(), path, api.object("status", status), tag));
        } else {
            api.put(actors.centre(), path, api.object("status", status), null);
        }
    }

    private void reportFraud(String sessionId, String enrolmentId, String at) {
        ArrayNode witnesses = api.object().putArray("witnesses");
        witnesses.add(api.object("name", "Fictif Témoin", "quality", "Surveillant", "signedOn", at.substring(0, 10)));
        api.post(
                actors.centre(),
                SESSIONS + sessionId + "/fraud-reports",
                api.object(
                        "enrolmentId",
                        enrolmentId,
                        "occurredAt",
                        at,
                        "facts",
                        "Faits fictifs",
                        "reportedBy",
                        Examination.MANAGER,
                        "witnesses",
                        witnesses));
    }

    public JsonNode draw(String sessionId, String enrolmentId, String eventCode) {
        return created(
                actors.centre(), enrolment(sessionId, enrolmentId) + "/draws", api.object("eventCode", eventCode));
    }

    public JsonNode presentCertificate(
            String sessionId, String enrolmentId, String reference, String issuer, LocalDate issuedOn) {
        return created(
                actors.centre(),
                enrolment(sessionId, enrolmentId) + "/documents",
                api.object("kind", "SST", "reference", reference, "issuer", issuer, "issuedOn", issuedOn.toString()));
    }

    public JsonNode close(String sessionId) {
        return transition(sessionId, "closure", api.object());
    }

    // --- results ---

    /** What is to be assessed in the session; empty until the results service has heard of it. */
    public Optional<JsonNode> assessments(String juror, String sessionId) {
        return early(
                () -> api.get(juror, "/v1/assessments?sessionId=" + sessionId).body());
    }

    public JsonNode recordFinding(
            String juror, String enrolmentId, String eventCode, String outcome, Map<String, Boolean> found) {
        ArrayNode competences = api.object().putArray("competences");
        found.forEach((code, acquired) -> competences.add(api.object("code", code, "acquired", acquired)));
        return put(
                juror,
                "/v1/assessments/" + enrolmentId + "/" + eventCode,
                api.object("outcome", outcome, "competences", competences),
                null);
    }

    /** Corrects one's own earlier finding. */
    public JsonNode correctFinding(String juror, String enrolmentId, String eventCode, String outcome) {
        String path = "/v1/assessments/" + enrolmentId + "/" + eventCode;
        String etag = api.get(juror, path).etag().orElse(null);
        return put(juror, path, api.object("outcome", outcome), etag);
    }

    /** The draft record; empty until the results service knows that the session is closed. */
    public Optional<JsonNode> draftRecord(String juror, String sessionId) {
        return early(() -> created(juror, "/v1/records", api.object("sessionId", sessionId)));
    }

    public Answer record(String login, String recordId) {
        return api.get(login, RECORDS + recordId);
    }

    public JsonNode sign(String juror, String recordId) {
        return api.post(juror, RECORDS + recordId + "/signatures", api.object()).body();
    }

    public JsonNode submit(String recordId) {
        return api.post(actors.centre(), RECORDS + recordId + "/submission", api.object())
                .body();
    }

    public JsonNode validate(String recordId) {
        return api.post(actors.authority(), RECORDS + recordId + "/validation", api.object())
                .body();
    }

    public JsonNode notifyResults(String recordId) {
        return api.post(actors.centre(), RECORDS + recordId + "/notification", api.object())
                .body();
    }

    /** Has a signed record corrected by one of its own; returns the draft of that. */
    public JsonNode rectify(String recordId, String reason) {
        return created(actors.authority(), RECORDS + recordId + "/rectification", api.object("reason", reason));
    }

    /** Undoes a session by decision of the authority, with everything that came of it. */
    public JsonNode annul(String sessionId, String decision, LocalDate decidedOn, String reason) {
        return created(
                actors.authority(),
                SESSIONS + sessionId + "/annulment",
                api.object("decisionReference", decision, "decidedOn", decidedOn.toString(), "reason", reason));
    }

    /** Takes an award back. */
    public JsonNode withdraw(String number, String reason) {
        return created(actors.authority(), "/v1/awards/" + number + "/withdrawal", api.object("reason", reason));
    }

    /** Grants blocks without an examination, by decision on one candidate. */
    public JsonNode grantEquivalence(
            String candidateId, String certification, List<String> blocks, String reference, LocalDate decidedOn) {
        return created(
                actors.authority(),
                "/v1/equivalences",
                api.object(
                        "candidateId",
                        candidateId,
                        "certificationNumber",
                        certification,
                        "blocks",
                        blocks,
                        "reference",
                        reference,
                        "reason",
                        "Décision fictive de démonstration",
                        "decidedOn",
                        decidedOn.toString()));
    }

    /** A row of correspondence that the authority decided and that stands, from one version of a title to another. */
    public Optional<JsonNode> correspondence(String from, String to) {
        JsonNode rows = api.get(actors.authority(), "/v1/correspondences?certificationNumber=" + to)
                .body();
        return StreamSupport.stream(rows.path("items").spliterator(), false)
                .filter(row -> from.equals(row.path("from").asText()))
                .filter(row -> to.equals(row.path("to").asText()))
                .filter(row -> row.path("source").asText().equals("DECISION"))
                .filter(row -> !row.path("revoked").asBoolean())
                .findFirst();
    }

    public JsonNode createCorrespondence(
            String from, List<String> fromBlocks, String to, List<String> toBlocks, LocalDate decidedOn) {
        return created(
                actors.authority(),
                "/v1/correspondences",
                api.object(
                        "from",
                        from,
                        "fromBlocks",
                        fromBlocks,
                        "to",
                        to,
                        "toBlocks",
                        toBlocks,
                        "reference",
                        "Table de correspondance fictive",
                        "reason",
                        "Révision fictive de démonstration",
                        "decidedOn",
                        decidedOn.toString()));
    }

    public List<JsonNode> results(String sessionId) {
        return list(actors.centre(), "/v1/results?sessionId=" + sessionId + "&");
    }

    public List<JsonNode> awards(String candidateId) {
        return list(actors.centre(), "/v1/awards?candidateId=" + candidateId + "&");
    }

    public JsonNode booklet(String candidateId) {
        return api.get(actors.centre(), "/v1/candidates/" + candidateId + "/booklet")
                .body();
    }

    public JsonNode verify(String number, String birthName, LocalDate bornOn) {
        return api.post(
                        null,
                        "/v1/verifications",
                        api.object("number", number, "birthName", birthName, "bornOn", bornOn.toString()))
                .body();
    }

    // --- how ---

    private static String enrolment(String sessionId, String enrolmentId) {
        return SESSIONS + sessionId + "/enrolments/" + enrolmentId;
    }

    private JsonNode transition(String sessionId, String verb, ObjectNode body) {
        return api.post(actors.centre(), SESSIONS + sessionId + "/" + verb, body)
                .body();
    }

    private JsonNode created(String login, String path, ObjectNode body) {
        return api.post(login, path, body).body();
    }

    private JsonNode put(String login, String path, ObjectNode body, @Nullable String etag) {
        return api.put(login, path, body, etag).body();
    }

    /** What one service learns from another by events may not be there yet: 404 or 409 mean "ask again". */
    private static Optional<JsonNode> early(Supplier<JsonNode> request) {
        try {
            return Optional.of(request.get());
        } catch (ApiException e) {
            if (e.status() == 404 || e.status() == 409) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<JsonNode> find(String login, String path, Predicate<JsonNode> wanted) {
        return list(login, path).stream().filter(wanted).findFirst();
    }

    /** All pages; {@code path} ends where another parameter may follow. */
    public List<JsonNode> list(String login, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(login, path + "limit=500" + cursor).body();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next")
                    ? "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private static boolean covers(JsonNode period, LocalDate day) {
        return !LocalDate.parse(period.path("validFrom").asText()).isAfter(day)
                && !LocalDate.parse(period.path("validTo").asText()).isBefore(day);
    }
}
