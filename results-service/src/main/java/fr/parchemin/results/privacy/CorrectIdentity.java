package fr.parchemin.results.privacy;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.results.audit.AuditTrail;
import fr.parchemin.results.award.CorrectAwards;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The authority has awards print a corrected identity, by a traced act (R123). The record stays as signed. */
@ApplicationScoped
class CorrectIdentity {

    private final IdentityCorrectionRepository corrections;
    private final ReadIdentity identities;
    private final CorrectAwards awards;
    private final KeepCapital capital;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    CorrectIdentity(
            IdentityCorrectionRepository corrections,
            ReadIdentity identities,
            CorrectAwards awards,
            KeepCapital capital,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.corrections = corrections;
        this.identities = identities;
        this.awards = awards;
        this.capital = capital;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    @Idempotent
    IdentityCorrectionView correct(IdentityCorrectionRequest request) {
        List<Violation> broken = new ArrayList<>();
        Optional<Identity> former = identities.version(request.candidateId(), request.formerVersion());
        Optional<Identity> corrected = identities.version(request.candidateId(), request.version());
        if (former.isEmpty()) {
            broken.add(Violation.ofField("/formerVersion", "No such version of this identity is known here."));
        }
        if (corrected.isEmpty()) {
            broken.add(
                    Violation.ofField(
                            "/version",
                            "No such version of this identity is known here: correct the candidate first, POST /v1/candidates/{id}/identity-versions."));
        }
        if (request.formerVersion() == request.version()) {
            broken.add(Violation.ofRule("R123", "A correction puts another version in the place of the former one."));
        }
        if (!broken.isEmpty()) {
            throw ProblemException.rulesBroken(broken);
        }
        capital.lock(Set.of(request.candidateId()));
        IdentityCorrection correction = new IdentityCorrection(
                Ids.next(), request, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
        corrections.persistAndFlush(correction);
        List<String> numbers = awards.correct(
                request.candidateId(),
                request.formerVersion(),
                request.version(),
                request.decidedOn(),
                request.reason());
        List<String> fields = fields(former.orElseThrow(), corrected.orElseThrow());
        outbox.append(new IdentityCorrectedEvent(
                request.candidateId(), request.formerVersion(), request.version(), numbers, request.decidedOn()));
        audit.change(
                "identityCorrected",
                "candidate",
                request.candidateId(),
                request.reason(),
                Map.of(
                        "formerVersion", request.formerVersion(),
                        "version", request.version(),
                        "fields", fields,
                        "document", request.document(),
                        "awards", numbers));
        return view(correction, fields);
    }

    @Transactional
    List<IdentityCorrectionView> corrections(UUID candidateId) {
        return corrections.list("candidateId = ?1 order by recordedAt, id", candidateId).stream()
                .map(c -> view(
                        c,
                        fields(
                                identities
                                        .version(candidateId, c.formerVersion())
                                        .orElseThrow(),
                                identities.version(candidateId, c.version()).orElseThrow())))
                .toList();
    }

    private static IdentityCorrectionView view(IdentityCorrection c, List<String> fields) {
        return new IdentityCorrectionView(
                c.id(),
                c.candidateId(),
                c.formerVersion(),
                c.version(),
                fields,
                c.reason(),
                c.document(),
                c.decidedOn(),
                c.recordedAt());
    }

    private static List<String> fields(Identity former, Identity corrected) {
        List<String> fields = new ArrayList<>();
        if (!former.birthName().equals(corrected.birthName())) {
            fields.add("birthName");
        }
        if (!former.fullName()
                .substring(former.birthName().length())
                .equals(corrected.fullName().substring(corrected.birthName().length()))) {
            fields.add("firstNames");
        }
        if (!Objects.equals(former.usageName(), corrected.usageName())) {
            fields.add("usageName");
        }
        if (!former.sex().equals(corrected.sex())) {
            fields.add("sex");
        }
        if (!former.bornOn().equals(corrected.bornOn())) {
            fields.add("bornOn");
        }
        if (!Objects.equals(former.birthPlace(), corrected.birthPlace())) {
            fields.add("birthPlace");
        }
        return fields;
    }
}
