package fr.parchemin.results.booklet;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.ReadAwards;
import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.Capital;
import fr.parchemin.results.capital.Fact;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.capital.ObtainedBy;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.certification.CertificationSheet;
import fr.parchemin.results.certification.CopyCertification;
import fr.parchemin.results.examsession.CandidateScope;
import fr.parchemin.results.published.PublishResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes a booklet from everything notified to a candidate: a view, never a stored total (R104). */
@ApplicationScoped
public class ComputeBooklet {

    private final ReadAwards awards;
    private final KeepCapital capital;
    private final PublishResults results;
    private final CopyCertification certifications;
    private final CandidateScope scope;
    private final Clock clock;

    ComputeBooklet(
            ReadAwards awards,
            KeepCapital capital,
            PublishResults results,
            CopyCertification certifications,
            CandidateScope scope,
            Clock clock) {
        this.awards = awards;
        this.capital = capital;
        this.results = results;
        this.certifications = certifications;
        this.scope = scope;
        this.clock = clock;
    }

    @Transactional
    public BookletView of(UUID candidateId) {
        if (!scope.concerns(candidateId)) {
            throw ProblemException.notFound("candidate", candidateId);
        }
        List<Award> shown = awards.shown(candidateId);
        Set<UUID> told = results.notifiedTo(candidateId);
        Set<UUID> certified = shown.stream()
                .filter(Award::inForce)
                .map(Award::acquisitionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        // R111: what a record gives shows from its notification on, and what stands through a rectification shows on.
        Predicate<Acquisition> shows = a -> told.contains(a.recordId()) || certified.contains(a.id());
        Collection<Acquisition> obtained =
                capital.acquisitions(Set.of(candidateId)).values();
        List<Acquisition> titles = obtained.stream()
                .filter(a -> a.kind() == Fact.Kind.TITLE && shows.test(a))
                .toList();
        Capital held =
                capital.of(candidateId, a -> shows.test(a) || titles.stream().anyMatch(t -> standsOn(t, a)));
        Set<UUID> silent = obtained.stream()
                .filter(shows.negate())
                .map(Acquisition::id)
                .collect(Collectors.toCollection(HashSet::new));
        Map<Thing, Award> numbers = new HashMap<>();
        shown.stream()
                .filter(Award::inForce)
                .forEach(a ->
                        numbers.put(new Thing(a.certificationNumber(), a.kind().name(), a.blockCode()), a));
        Map<String, CertificationSheet> sheets = certifications.sheets(
                held.standings().stream().map(Capital.Standing::certification).toList());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        return new BookletView(
                candidateId,
                held.standings().stream()
                        .map(s -> certification(s, sheets.get(s.certification()), numbers, silent, today))
                        .toList());
    }

    /** A title that shows says that these blocks were obtained, whether their own records are notified or not. */
    private static boolean standsOn(Acquisition title, Acquisition part) {
        return part.kind() == Fact.Kind.BLOCK
                && title.restsOn().contains(part.code())
                && !part.obtainedOn().isAfter(title.obtainedOn());
    }

    private record Thing(
            String certification, String kind, @Nullable String code) {}

    private static BookletView.CertificationView certification(
            Capital.Standing standing,
            @Nullable CertificationSheet sheet,
            Map<Thing, Award> numbers,
            Set<UUID> silent,
            LocalDate today) {
        String number = standing.certification();
        Map<String, String> labels =
                sheet == null ? Map.of() : sheet.blocks().stream().collect(Collectors.toMap(Block::code, Block::label));
        LocalDate until = standing.countsUntil();
        return new BookletView.CertificationView(
                number,
                standing.title(),
                standing.blocks().stream()
                        .map(h -> new BookletView.BlockView(
                                h.code(),
                                labels.getOrDefault(h.code(), h.code()),
                                number(numbers.get(new Thing(number, "BLOCK", h.code()))),
                                h.since(),
                                h.by(),
                                h.under(),
                                h.planVersion(),
                                h.from(),
                                h.reference()))
                        .toList(),
                title(standing.titleGain(), numbers.get(new Thing(number, "TITLE", null))),
                standing.missing(),
                standing.finalInterviewPending(),
                until,
                until == null || !today.isAfter(until),
                standing.complements().stream()
                        .map(g -> new BookletView.ComplementView(
                                Objects.requireNonNull(g.code()),
                                number(numbers.get(new Thing(number, "CCS", g.code()))),
                                g.on()))
                        .toList(),
                standing.lapses().stream()
                        .filter(l -> !silent.contains(l.gain()))
                        .map(l -> new BookletView.LapseView(
                                l.kind(), l.code(), l.obtainedOn(), l.cause(), l.reason(), l.on()))
                        .toList());
    }

    private static BookletView.@Nullable TitleView title(Fact.@Nullable Gain gain, @Nullable Award award) {
        if (gain == null) {
            return null;
        }
        return new BookletView.TitleView(
                number(award),
                gain.on(),
                award == null ? (gain.equivalenceId() == null ? null : ObtainedBy.EQUIVALENCE) : award.obtainedBy());
    }

    private static @Nullable String number(@Nullable Award award) {
        return award == null ? null : award.number();
    }
}
