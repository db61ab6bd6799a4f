package fr.parchemin.results.examsession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the identity that an award prints. */
@ApplicationScoped
public class ReadIdentity {

    private final IdentityRepository identities;

    ReadIdentity(IdentityRepository identities) {
        this.identities = identities;
    }

    /** One version of one identity, as frozen on the day of the exam. */
    @Transactional
    public Optional<Identity> version(UUID candidateId, int version) {
        return identities.findByIdOptional(new Identity.Key(candidateId, version));
    }

    /** Every version known of these people. */
    @Transactional
    public List<Identity> all(Collection<UUID> candidateIds) {
        return identities.list("key.candidateId in ?1", candidateIds);
    }
}
