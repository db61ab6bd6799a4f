package fr.parchemin.results.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.assessment.ReadAssessments;
import fr.parchemin.results.award.GrantAwards;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ReadSession;
import fr.parchemin.results.examsession.SessionDossier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens records with all they rest on; shared by the use cases of this feature. */
@ApplicationScoped
class RecordDesk {

    private final SessionRecordRepository records;
    private final DecisionRepository decisions;
    private final SignatureRepository signatures;
    private final ReadSession sessions;
    private final ReadAssessments assessments;
    private final GrantAwards awards;
    private final RecordRules rules;
    private final KeepCapital capital;
    private final Caller caller;
    private final ObjectMapper canonical;
    private final ObjectReader signedContent;

    RecordDesk(
            SessionRecordRepository records,
            DecisionRepository decisions,
            SignatureRepository signatures,
            ReadSession sessions,
            ReadAssessments assessments,
            GrantAwards awards,
            RecordRules rules,
            KeepCapital capital,
            Caller caller,
            ObjectMapper json) {
        this.records = records;
        this.decisions = decisions;
        this.signatures = signatures;
        this.sessions = sessions;
        this.assessments = assessments;
        this.awards = awards;
        this.rules = rules;
        this.capital = capital;
        this.caller = caller;
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        // What was signed under an earlier version of this program stays readable.
        this.signedContent = canonical
                .readerFor(RecordView.Content.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The record, its row held until the transaction ends so that two acts on it come one after the other.
     *
     * @throws ProblemException 404 when there is none, or none for this caller
     */
    SessionRecord hold(UUID id) {
        SessionRecord record = records.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (record == null) {
            throw ProblemException.notFound("record", id);
        }
        return record;
    }

    /** The record whose decisions are in effect among this one and those it corrects, each of them held. */
    Optional<SessionRecord> effective(SessionRecord record) {
        SessionRecord at = record;
        while (at.corrects() != null) {
            at = hold(at.corrects());
            if (at.effective()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    SessionRecord find(UUID id) {
        return records.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("record", id));
    }

    /** Throws the 404 of a record whose session does not concern the caller, the 409 of one whose session is void. */
    void requireConcerned(SessionRecord record) {
        requireNotAnnulled(sessions.session(record.sessionId()));
    }

    /**
     * A session that was annulled has no record any more that could go on (R121).
     *
     * @throws ProblemException 409 when it was
     */
    void requireNotAnnulled(SessionDossier dossier) {
        if (dossier.session().annulledOn() != null) {
            throw new ProblemException(
                    ProblemType.SESSION_ANNULLED,
                    "It was annulled on " + dossier.session().annulledOn() + " by "
                            + dossier.session().annulmentReference() + ".");
        }
    }

    /** What the record says at this moment. Throws the 404 of a session that does not concern the caller. */
    RecordContent content(SessionRecord record) {
        return content(record, sessions.session(record.sessionId()));
    }

    RecordContent content(SessionRecord record, SessionDossier dossier) {
        return new RecordContent(
                dossier,
                assessments.findings(dossier),
                decisions.list("key.recordId", record.id()),
                heldBefore(dossier),
                capital.countsUntil(dossier.session().certificationNumber()),
                rules);
    }

    /** The record as people read it: computed while it is a draft, as signed afterwards. */
    RecordView view(SessionRecord record) {
        SessionDossier dossier = sessions.session(record.sessionId());
        RecordContent now = record.frozen() ? null : content(record, dossier);
        RecordView.Content content = now == null ? signed(record) : now.toSign(List.of());
        Map<UUID, Instant> signedAt =
                signatures(record).stream().collect(Collectors.toMap(Signature::jurorId, Signature::signedAt));
        return new RecordView(
                record.id(),
                record.version(),
                record.state(),
                content.session(),
                content.candidates(),
                content.jurors().stream()
                        .map(j -> new RecordView.JurorView(j.id(), j.name(), j.present(), signedAt.get(j.id())))
                        .toList(),
                content.warnings(),
                record.draftedAt(),
                record.fingerprint(),
                record.submittedAt(),
                record.returnedAt(),
                record.returnReason(),
                record.orderNumber(),
                record.validatedAt(),
                record.notifiedAt(),
                record.corrects(),
                record.correctionReason(),
                records.find("corrects", record.id())
                        .firstResultOptional()
                        .map(SessionRecord::id)
                        .orElse(null),
                record.rectifiedAt(),
                RecordView.LinkView.of(record),
                // R133: what each member saw is the jury's secret, and ends with the deliberation.
                now == null || !caller.has(Roles.JUROR)
                        ? List.of()
                        : now.differences(dossier.juror(caller.subject()).orElse(null)));
    }

    /** The content that was signed. */
    RecordView.Content signed(SessionRecord record) {
        try {
            return signedContent.readValue(record.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the signed content of record " + record.id() + " cannot be read", e);
        }
    }

    List<Signature> signatures(SessionRecord record) {
        return signatures.list("key.recordId = ?1 order by signedAt", record.id());
    }

    /** The end of the deliberation, which the first signature tells. */
    Instant deliberatedAt(SessionRecord record) {
        return signatures(record).getFirst().signedAt();
    }

    /** Fixes what the record says now, with its SHA-256. */
    void freeze(SessionRecord record, RecordView.Content content) {
        try {
            String text = canonical.writeValueAsString(content);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            record.freeze(text, HexFormat.of().formatHex(digest));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the record cannot be fixed", e);
        }
    }

    /** Blocks held from other sessions: what a record of this session awarded does not count as held before it. */
    private Map<UUID, Set<String>> heldBefore(SessionDossier dossier) {
        return awards.blocksHeldBefore(
                dossier.session().id(),
                dossier.enrolments().stream().map(Enrolment::candidateId).collect(Collectors.toSet()),
                dossier.session().certificationNumber());
    }
}
