package fr.parchemin.results.credential;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.Ids;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.ProblemType;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.ReadAwards;
import fr.parchemin.results.award.ReadBlocks;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import fr.parchemin.results.proof.DataIntegrity;
import fr.parchemin.results.proof.VcJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes the credential of an award, each time it is asked for: the same award under the same key gives the same bytes. The
 * first time gives it its id and its place in a status list, at random, so that neighbours tell nothing of each other.
 */
@ApplicationScoped
public class IssueCredential {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ATTEMPTS = 64;

    private final CredentialRepository credentials;
    private final ReadAwards awards;
    private final ReadIdentity identities;
    private final ReadBlocks blocks;
    private final KeepKeys keys;
    private final Issuer issuer;
    private final EntityManager entities;
    private final Clock clock;

    IssueCredential(
            CredentialRepository credentials,
            ReadAwards awards,
            ReadIdentity identities,
            ReadBlocks blocks,
            KeepKeys keys,
            Issuer issuer,
            EntityManager entities,
            Clock clock) {
        this.credentials = credentials;
        this.awards = awards;
        this.identities = identities;
        this.blocks = blocks;
        this.keys = keys;
        this.issuer = issuer;
        this.entities = entities;
        this.clock = clock;
    }

    /** With a Data Integrity proof. */
    @Transactional
    public ObjectNode withProof(String number) {
        Award award = inForce(number);
        Credential credential = credential(award);
        KeepKeys.Active active = keys.active();
        Instant created = credential.issuedAt().isAfter(active.since()) ? credential.issuedAt() : active.since();
        return DataIntegrity.sign(document(award, credential), active.key(), created);
    }

    /** As a JSON Web Token. */
    @Transactional
    public String asToken(String number) {
        Award award = inForce(number);
        ObjectNode document = document(award, credential(award));
        document.put("iss", issuer.did());
        document.put("jti", document.path("id").asText());
        document.put("nbf", Instant.parse(document.path("validFrom").asText()).getEpochSecond());
        return VcJwt.sign(document, keys.active().key());
    }

    /** What is withdrawn is attested no more. */
    private Award inForce(String number) {
        Award award = awards.concerned(number);
        if (!award.inForce()) {
            throw new ProblemException(ProblemType.AWARD_WITHDRAWN, "It was withdrawn on " + award.withdrawnOn() + ".");
        }
        return award;
    }

    private ObjectNode document(Award award, Credential credential) {
        Identity holder = identities
                .version(award.candidateId(), award.identityVersion())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.IDENTITY_ERASED, "The identity of its holder is not kept any more."));
        return new CredentialDocument(issuer, award, holder, blocks.of(award)).of(credential);
    }

    private Credential credential(Award award) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Credential there = credentials.findById(award.number());
            if (there != null) {
                return there;
            }
            int list = credentials.openList(StatusLists.SIZE / 2);
            credentials.take(award.number(), Ids.next(), list, RANDOM.nextInt(StatusLists.SIZE), clock.instant());
            entities.flush();
        }
        throw new IllegalStateException("no place in a status list after " + ATTEMPTS + " attempts");
    }
}
