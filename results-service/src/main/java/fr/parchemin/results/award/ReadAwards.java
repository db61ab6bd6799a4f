package fr.parchemin.results.award;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows notified awards: all to the authority, their own to the centre that examined and the platform that trained. */
@ApplicationScoped
public class ReadAwards {

    private final AwardRepository awards;
    private final ReadIdentity identities;
    private final Caller caller;

    ReadAwards(AwardRepository awards, ReadIdentity identities, Caller caller) {
        this.awards = awards;
        this.identities = identities;
        this.caller = caller;
    }

    @Transactional
    Page<AwardView> page(@Nullable UUID candidateId, @Nullable String certificationNumber, PageRequest page) {
        List<Award> rows = awards.page(page, scope(), candidateId, certificationNumber);
        Map<Identity.Key, Identity> known =
                identities.all(rows.stream().map(Award::candidateId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(i -> new Identity.Key(i.candidateId(), i.version()), i -> i));
        return Page.of(
                rows,
                page,
                a -> List.of(a.number()),
                a -> AwardView.of(a, known.get(new Identity.Key(a.candidateId(), a.identityVersion()))));
    }

    /**
     * One award.
     *
     * @throws ProblemException 404 when there is none with this number, or none for this caller
     */
    @Transactional
    public Award concerned(String number) {
        return awards.shown(AwardNumbers.normalise(number))
                .filter(this::concerns)
                .orElseThrow(() -> ProblemException.notFound("award", number));
    }

    /** The same as its organisation and the authority read it. */
    @Transactional
    AwardView award(String number) {
        Award award = concerned(number);
        return AwardView.of(
                award,
                identities.version(award.candidateId(), award.identityVersion()).orElse(null));
    }

    /** An award that was notified, whoever asks: for the verification, which tells nothing by itself. */
    @Transactional
    public Optional<Award> shown(String number) {
        return awards.shown(number);
    }

    /** Everything notified to one person, for their booklet. */
    @Transactional
    public List<Award> shown(UUID candidateId) {
        return awards.shown(candidateId);
    }

    /** The authority sees all, a centre what it examined, a platform the candidates it trained or entered. */
    private AwardRepository.Scope scope() {
        String siret = caller.siret().orElse("");
        return new AwardRepository.Scope(
                !caller.has(Roles.AUTHORITY) && caller.has(Roles.CENTRE) ? siret : null,
                !caller.has(Roles.AUTHORITY) && !caller.has(Roles.CENTRE) ? siret : null);
    }

    private boolean concerns(Award award) {
        AwardRepository.Scope scope = scope();
        return (scope.examinedBy() == null || scope.examinedBy().equals(award.centreSiret()))
                && (scope.trainedOrEnteredBy() == null
                        || scope.trainedOrEnteredBy().equals(award.trainingProviderSiret())
                        || scope.trainedOrEnteredBy().equals(award.enteredBySiret()));
    }
}
