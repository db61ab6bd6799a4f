package fr.parchemin.results.award;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.SessionDossier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes the awards that a validated record decides, and tells of them, within the validation. */
@ApplicationScoped
public class GrantAwards {

    private final AwardRepository awards;
    private final Outbox outbox;

    GrantAwards(AwardRepository awards, Outbox outbox) {
        this.awards = awards;
        this.outbox = outbox;
    }

    /** Codes of the blocks that each of these people holds, notified or not, apart from what this record awarded. */
    @Transactional
    public Map<UUID, Set<String>> blocksHeldBefore(
            UUID recordId, Collection<UUID> candidateIds, String certificationNumber) {
        Map<UUID, Set<String>> held = new HashMap<>();
        for (Award award : awards.inForce(candidateIds, certificationNumber)) {
            if (award.blockCode() != null && !award.recordId().equals(recordId)) {
                held.computeIfAbsent(award.candidateId(), c -> new HashSet<>()).add(award.blockCode());
            }
        }
        return held;
    }

    /**
     * What the awards of one candidate rest on.
     *
     * @param identityVersion identity frozen on the day, which the awards print (R122)
     * @param awardedOn day of the awards (R112), stored and never computed again
     */
    public record Grant(
            SessionDossier dossier, Enrolment enrolment, UUID recordId, int identityVersion, LocalDate awardedOn) {

        private Award.Grounds grounds() {
            Identity identity = dossier.identities().get(enrolment.id());
            return new Award.Grounds(
                    enrolment.candidateId(),
                    identityVersion,
                    dossier.certification().number(),
                    dossier.certification().title(),
                    enrolment.route(),
                    dossier.session().id(),
                    recordId,
                    enrolment.id(),
                    dossier.session().centreSiret(),
                    enrolment.trainingProviderSiret(),
                    identity == null ? null : identity.createdBySiret(),
                    awardedOn);
        }

        /** R12: a title by session titre has every block obtained there; any other adds up what was held before. */
        private Award.ObtainedBy obtainedBy(List<String> blocks) {
            return dossier.session().type() == ExamSession.Type.TITLE
                            && blocks.containsAll(dossier.certification().blocks().stream()
                                    .map(Block::code)
                                    .toList())
                    ? Award.ObtainedBy.TITLE_SESSION
                    : Award.ObtainedBy.CAPITALISATION;
        }
    }

    /**
     * Grants what was decided for one candidate. What they hold already is not awarded twice.
     *
     * @param competences codes of the competences validated
     * @param blocks codes of the blocks obtained in this session
     * @param title whether the title follows
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void grant(Grant grant, List<String> competences, List<String> blocks, boolean title) {
        SessionDossier dossier = grant.dossier();
        UUID recordId = grant.recordId();
        LocalDate awardedOn = grant.awardedOn();
        Award.Grounds grounds = grant.grounds();
        for (Block block : dossier.certification().blocks()) {
            for (Block.Competence competence : block.competences()) {
                if (competences.contains(competence.code())) {
                    outbox.append(new CompetenceValidatedEvent(
                            grounds.candidateId(),
                            grounds.enrolmentId(),
                            grounds.sessionId(),
                            recordId,
                            grounds.certificationNumber(),
                            block.code(),
                            competence.code(),
                            awardedOn));
                }
            }
        }
        List<Award> held = awards.inForce(List.of(grounds.candidateId()), grounds.certificationNumber());
        for (String code : blocks) {
            if (held.stream().noneMatch(a -> code.equals(a.blockCode()))) {
                Award award = Award.ofBlock(
                        grounds, code, dossier.certification().block(code).label());
                awards.persist(award);
                outbox.append(new BlockAwardedEvent(
                        award.number(),
                        award.candidateId(),
                        award.sessionId(),
                        recordId,
                        award.certificationNumber(),
                        code,
                        awardedOn));
            }
        }
        if (title && held.stream().noneMatch(a -> a.kind() == Award.Kind.TITLE)) {
            Award.ObtainedBy by = grant.obtainedBy(blocks);
            Award award = Award.ofTitle(grounds, by);
            awards.persist(award);
            outbox.append(new TitleAwardedEvent(
                    award.number(),
                    award.candidateId(),
                    award.sessionId(),
                    recordId,
                    award.certificationNumber(),
                    by,
                    award.route(),
                    awardedOn));
        }
    }

    /** R111: the notification of the record shows its awards outside. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void show(UUID recordId) {
        awards.list("recordId", recordId).forEach(Award::show);
    }
}
