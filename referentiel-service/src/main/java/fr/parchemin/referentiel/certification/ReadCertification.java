package fr.parchemin.referentiel.certification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.referentiel.certification.BlockView.CompetenceView;
import fr.parchemin.referentiel.certification.CertificationRepository.LinkedCertification;
import fr.parchemin.referentiel.certification.LineageView.CorrespondenceView;
import fr.parchemin.referentiel.certification.LineageView.LinkView;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads certifications. Everyone may. */
@ApplicationScoped
public class ReadCertification {

    private final CertificationRepository certifications;
    private final Clock clock;

    ReadCertification(CertificationRepository certifications, Clock clock) {
        this.certifications = certifications;
        this.clock = clock;
    }

    /**
     * One certification, whole.
     *
     * @throws ProblemException 404 when it is unknown
     */
    @Transactional
    public RecordedCertification one(String number) {
        Certification certification = find(number);
        Sheet sheet = certification.sheet();
        return new RecordedCertification(
                sheet,
                certification.acronym(),
                certification.isActive(Days.today(clock)),
                blocks(sheet, certification.competences()),
                certification.source(),
                certification.updatedAt(),
                certification.version());
    }

    /** Bodies that the certifier allows to train or to assess. */
    @Transactional
    public List<Partner> partners(String number) {
        return find(number).partners();
    }

    @Transactional
    LineageView lineage(String number) {
        Certification certification = find(number);
        Sheet sheet = certification.sheet();
        List<LinkedCertification> linked = certifications.linkedTo(
                number,
                Stream.concat(sheet.predecessors().stream(), sheet.successors().stream())
                        .toList());
        List<CorrespondenceView> correspondences = new ArrayList<>(correspondences(sheet));
        certifications.correspondingTo(number).stream()
                .flatMap(c -> correspondences(c.sheet()).stream())
                .filter(c -> number.equals(c.to()))
                .forEach(correspondences::add);
        return new LineageView(
                number,
                links(number, sheet.predecessors(), linked, LinkedCertification::successors),
                links(number, sheet.successors(), linked, LinkedCertification::predecessors),
                correspondences);
    }

    private Certification find(String number) {
        return certifications
                .findByIdOptional(number)
                .orElseThrow(() -> ProblemException.notFound("certification", number));
    }

    private static List<BlockView> blocks(Sheet sheet, List<Competence> competences) {
        Map<String, List<CompetenceView>> byBlock = competences.stream()
                .collect(groupingBy(
                        Competence::blockCode, mapping(c -> new CompetenceView(c.code(), c.label()), toList())));
        return sheet.blocks().stream()
                .map(b -> new BlockView(
                        b.code(),
                        b.label(),
                        byBlock.getOrDefault(b.code(), List.of()),
                        b.competencesText(),
                        b.assessmentText()))
                .toList();
    }

    /** Links declared by this side or by the other; a number that is not recorded here is a link all the same. */
    private static List<LinkView> links(
            String number,
            List<String> declaredHere,
            List<LinkedCertification> linked,
            Function<LinkedCertification, List<String>> declaredThere) {
        SortedMap<String, TreeSet<String>> declaredBy = new TreeMap<>();
        declaredHere.forEach(
                other -> declaredBy.computeIfAbsent(other, o -> new TreeSet<>()).add(number));
        linked.stream().filter(l -> declaredThere.apply(l).contains(number)).forEach(l -> declaredBy
                .computeIfAbsent(l.number(), o -> new TreeSet<>())
                .add(l.number()));
        Map<String, String> titles =
                linked.stream().collect(Collectors.toMap(LinkedCertification::number, LinkedCertification::title));
        return declaredBy.entrySet().stream()
                .map(e ->
                        new LinkView(e.getKey(), titles.get(e.getKey()), titles.containsKey(e.getKey()), e.getValue()))
                .toList();
    }

    private static List<CorrespondenceView> correspondences(Sheet sheet) {
        return sheet.correspondences().stream()
                .map(c -> new CorrespondenceView(sheet.number(), c.blocks(), c.otherNumber(), c.otherBlocks()))
                .toList();
    }
}
