package fr.parchemin.results.award;

import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.capital.Version;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.declaration.KeepDeclarations;
import fr.parchemin.results.examsession.Enrolment;
import fr.parchemin.results.examsession.ExamSession;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.SessionDossier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records what a validated record decides for a candidate, and tells of it, within the validation. */
@ApplicationScoped
public class GrantAwards {

    private final AwardRepository awards;
    private final KeepCapital capital;
    private final SettleAwards settle;
    private final KeepDeclarations declarations;
    private final Outbox outbox;

    GrantAwards(
            AwardRepository awards,
            KeepCapital capital,
            SettleAwards settle,
            KeepDeclarations declarations,
            Outbox outbox) {
        this.awards = awards;
        this.capital = capital;
        this.settle = settle;
        this.declarations = declarations;
        this.outbox = outbox;
    }

    /**
     * Codes of the blocks that each of these people holds towards a title, notified or not, from elsewhere than this
     * session: examined, granted by decision or recognised by a correspondence.
     */
    @Transactional
    public Map<UUID, Set<String>> blocksHeldBefore(
            UUID sessionId, Collection<UUID> candidateIds, String certificationNumber) {
        Map<UUID, Set<String>> held = new HashMap<>();
        capital.apartFrom(sessionId, candidateIds).forEach((candidate, c) -> c.towards(certificationNumber)
                .ifPresent(standing -> held.put(candidate, standing.codes())));
        return held;
    }

    /**
     * What is granted to one candidate rests on this.
     *
     * @param identityVersion identity frozen on the day, which the awards print (R122)
     * @param awardedOn day of the awards (R112), stored and never computed again
     */
    public record Grant(
            SessionDossier dossier, Enrolment enrolment, UUID recordId, int identityVersion, LocalDate awardedOn) {

        private Acquisition.Grounds grounds() {
            Identity identity = dossier.identities().get(enrolment.id());
            return new Acquisition.Grounds(
                    enrolment.candidateId(),
                    identityVersion,
                    dossier.certification().number(),
                    dossier.session().planVersion(),
                    dossier.certification().title(),
                    enrolment.route(),
                    dossier.session().id(),
                    recordId,
                    enrolment.id(),
                    dossier.session().centreSiret(),
                    enrolment.trainingProviderSiret(),
                    identity == null ? null : identity.createdBySiret());
        }

        private List<String> allBlocks() {
            return dossier.certification().blocks().stream().map(Block::code).toList();
        }
    }

    /**
     * What a record decided for one candidate.
     *
     * @param competences codes of the competences validated
     * @param parts codes of the blocks obtained in this session, or of the complementary certificate
     * @param title whether the title follows
     */
    public record Decided(List<String> competences, List<String> parts, boolean title) {

        /** Nothing. */
        public static Decided nothing() {
            return new Decided(List.of(), List.of(), false);
        }
    }

    /**
     * Grants what was decided for one candidate. What they hold already is not certified twice, and counts twice: should the
     * one be undone, the other stands. The certificates follow by {@link #settle}.
     *
     * @param before what the candidate holds from elsewhere than this session
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void grant(Grant grant, Decided decided, Capital before) {
        Acquisition.Grounds grounds = grant.grounds();
        for (Competence competence : competences(grant.dossier(), decided)) {
            outbox.append(new CompetenceValidatedEvent(
                    grounds.candidateId(),
                    grounds.enrolmentId(),
                    grounds.sessionId(),
                    grounds.recordId(),
                    grounds.certificationNumber(),
                    competence.block(),
                    competence.code(),
                    grant.awardedOn()));
        }
        acquire(grant, grounds, decided, before, Map.of());
    }

    /**
     * Puts what a rectifying record decided in the place of what the corrected one did (R108). What both say stands as it is,
     * with its number and its day.
     *
     * @param correctedId the record that is corrected
     * @param then what that one decided
     * @param before what the candidate holds from elsewhere than this session
     * @param reason why it is corrected
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(
            Grant grant, UUID correctedId, Decided then, Decided decided, Capital before, String reason, LocalDate on) {
        Acquisition.Grounds grounds = grant.grounds();
        Set<String> now = Set.copyOf(decided.competences());
        competences(grant.dossier(), then).stream()
                .filter(c -> !now.contains(c.code()))
                .forEach(c -> takeBack(grounds, correctedId, c, Fact.Cause.RECTIFIED, reason, on));
        for (Competence competence : competences(grant.dossier(), decided)) {
            if (!then.competences().contains(competence.code())) {
                outbox.append(new CompetenceValidatedEvent(
                        grounds.candidateId(),
                        grounds.enrolmentId(),
                        grounds.sessionId(),
                        grounds.recordId(),
                        grounds.certificationNumber(),
                        competence.block(),
                        competence.code(),
                        grant.awardedOn()));
            }
        }
        Map<String, Acquisition> corrected = capital.ofRecord(correctedId).stream()
                .filter(a -> a.enrolmentId().equals(grounds.enrolmentId()))
                .collect(Collectors.toMap(a -> String.valueOf(a.code()), a -> a));
        acquire(grant, grounds, decided, before, corrected);
    }

    /** Brings the certificates of these candidates in step with what they hold. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(Collection<UUID> candidateIds) {
        settle.settle(candidateIds);
    }

    /** Tells that the competences of an annulled session are validated no longer. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Grant grant, Decided before, String reason, LocalDate on) {
        Acquisition.Grounds grounds = grant.grounds();
        competences(grant.dossier(), before)
                .forEach(c -> takeBack(grounds, grounds.recordId(), c, Fact.Cause.ANNULLED, reason, on));
    }

    private void takeBack(
            Acquisition.Grounds grounds,
            UUID recordId,
            Competence competence,
            Fact.Cause cause,
            String reason,
            LocalDate on) {
        outbox.append(new CompetenceWithdrawnEvent(
                grounds.candidateId(),
                grounds.enrolmentId(),
                grounds.sessionId(),
                recordId,
                grounds.certificationNumber(),
                competence.block(),
                competence.code(),
                cause,
                reason,
                on));
    }

    /** @param corrected what the corrected record gave, by code; none where nothing is corrected */
    private void acquire(
            Grant grant,
            Acquisition.Grounds grounds,
            Decided decided,
            Capital before,
            Map<String, Acquisition> corrected) {
        ExamSession.Type type = grant.dossier().session().type();
        Map<String, LocalDate> here = new HashMap<>();
        for (String code : decided.parts()) {
            LocalDate day = day(grant, corrected.get(code));
            here.put(code, day);
            acquire(
                    Acquisition.ofPart(
                            grounds,
                            type == ExamSession.Type.CCS ? Fact.Kind.CCS : Fact.Kind.BLOCK,
                            code,
                            grant.dossier().certification().block(code).label(),
                            day),
                    corrected.get(code));
        }
        if (decided.title()) {
            Version version =
                    new Version(grounds.certificationNumber(), grounds.title(), grant.allBlocks(), null, null);
            Set<String> ground = before.ground(version, decided.parts());
            Acquisition then = corrected.get("null");
            acquire(
                    Acquisition.ofTitle(
                            grounds,
                            obtainedBy(grant, decided.parts(), before),
                            ground,
                            latest(day(grant, then), ground, here, before)),
                    then);
        }
    }

    private static LocalDate day(Grant grant, @Nullable Acquisition then) {
        return then == null ? grant.awardedOn() : then.obtainedOn();
    }

    /**
     * A title is due when the last block under it is held (R98). That can be after its own day: where a block was obtained it
     * was tomorrow already, or the day is that of a corrected record and a block was lost and obtained anew since.
     */
    private static LocalDate latest(LocalDate day, Set<String> ground, Map<String, LocalDate> here, Capital before) {
        return ground.stream()
                .flatMap(code -> Stream.concat(Stream.ofNullable(here.get(code)), before.since(code).stream())
                        .min(Comparator.naturalOrder())
                        .stream())
                .reduce(day, (a, b) -> a.isAfter(b) ? a : b);
    }

    private void acquire(Acquisition now, @Nullable Acquisition then) {
        capital.acquire(now);
        if (then != null) {
            capital.keepUndone(then.id(), now.id());
        }
    }

    /** R12: a session titre has every block obtained there; any other adds up what was held or recognised before. */
    private static ObtainedBy obtainedBy(Grant grant, List<String> parts, Capital before) {
        if (grant.dossier().session().type() == ExamSession.Type.TITLE && parts.containsAll(grant.allBlocks())) {
            return ObtainedBy.TITLE_SESSION;
        }
        boolean recognised = before.towards(grant.dossier().certification().number()).stream()
                .flatMap(s -> s.blocks().stream())
                .anyMatch(h -> h.by() != Capital.By.EXAMINATION && !parts.contains(h.code()));
        return recognised ? ObtainedBy.CUMULATION : ObtainedBy.CAPITALISATION;
    }

    private record Competence(String block, String code) {}

    /** The competences validated, each with what it belongs to, in the order of the certification. */
    private static List<Competence> competences(SessionDossier dossier, Decided decided) {
        return dossier.examinedBlocks().stream()
                .map(dossier.certification()::block)
                .flatMap(block -> block.competences().stream()
                        .filter(c -> decided.competences().contains(c.code()))
                        .map(c -> new Competence(block.code(), c.code())))
                .toList();
    }

    /** R111: the notification of the record shows its awards outside. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void show(UUID recordId) {
        List<Award> shown = awards.list("recordId", recordId);
        shown.forEach(Award::show);
        declarations.release(shown.stream().map(Award::number).toList());
    }
}
