package fr.parchemin.results.booklet;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.ReadAwards;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.certification.CopyCertification;
import fr.parchemin.results.examsession.CandidateScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Computes a booklet from everything notified to a candidate: a view, never a stored total (R104). */
@ApplicationScoped
class ComputeBooklet {

    private final ReadAwards awards;
    private final CopyCertification certifications;
    private final CandidateScope scope;

    ComputeBooklet(ReadAwards awards, CopyCertification certifications, CandidateScope scope) {
        this.awards = awards;
        this.certifications = certifications;
        this.scope = scope;
    }

    @Transactional
    BookletView of(UUID candidateId) {
        if (!scope.concerns(candidateId)) {
            throw ProblemException.notFound("candidate", candidateId);
        }
        List<Award> all = awards.shown(candidateId);
        TreeMap<String, List<Award>> byCertification = all.stream()
                .filter(Award::inForce)
                .collect(Collectors.groupingBy(Award::certificationNumber, TreeMap::new, Collectors.toList()));
        return new BookletView(
                candidateId,
                byCertification.entrySet().stream()
                        .map(e -> certification(e.getKey(), e.getValue()))
                        .toList());
    }

    private BookletView.CertificationView certification(String number, List<Award> awarded) {
        List<BookletView.BlockView> blocks = awarded.stream()
                .filter(a -> a.blockCode() != null)
                .map(a ->
                        new BookletView.BlockView(String.valueOf(a.blockCode()), a.label(), a.number(), a.awardedOn()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
        BookletView.TitleView title = awarded.stream()
                .filter(a -> a.kind() == Award.Kind.TITLE)
                .findFirst()
                .map(a -> new BookletView.TitleView(a.number(), a.awardedOn(), a.obtainedBy()))
                .orElse(null);
        List<String> held = blocks.stream().map(BookletView.BlockView::code).toList();
        List<String> missing = certifications.latest(number).blocks().stream()
                .map(Block::code)
                .filter(code -> !held.contains(code))
                .toList();
        return new BookletView.CertificationView(
                number, awarded.getFirst().title(), blocks, title, missing, title == null && missing.isEmpty());
    }
}
