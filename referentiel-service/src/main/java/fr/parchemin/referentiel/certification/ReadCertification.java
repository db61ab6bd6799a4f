package fr.parchemin.referentiel.certification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.transaction.OneMoment;
import fr.parchemin.referentiel.certification.BlockView.CompetenceView;
import fr.parchemin.referentiel.certification.LineageView.CorrespondenceView;
import fr.parchemin.referentiel.sheet.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads certifications. Everyone may. */
@ApplicationScoped
public class ReadCertification {

    private final CertificationRepository certifications;
    private final OneMoment moment;
    private final Clock clock;

    ReadCertification(CertificationRepository certifications, OneMoment moment, Clock clock) {
        this.certifications = certifications;
        this.moment = moment;
        this.clock = clock;
    }

    /**
     * One certification, whole.
     *
     * @throws ProblemException 404 when it is unknown
     */
    @Transactional
    public RecordedCertification one(String number) {
        return recorded(find(number));
    }

    /**
     * One certification, whole, which nobody else changes until the transaction ends. Who adds to it and tells of it begins
     * with this, or an import could tell of it at the same time without what was added.
     *
     * @throws ProblemException 404 when it is unknown
     */
    @Transactional(TxType.MANDATORY)
    public RecordedCertification oneToChange(String number) {
        return recorded(certifications.lock(number).orElseThrow(() -> unknown(number)));
    }

    /**
     * Certifications as they all were at one moment, with their competences. Not within a transaction that has read before.
     *
     * @throws ProblemException 404 when one is unknown
     */
    @Transactional
    public List<RecordedCertification> atOneMoment(String... numbers) {
        moment.begin();
        return Arrays.stream(numbers).map(this::one).toList();
    }

    /** @param depth how many steps to walk each way */
    @Transactional
    LineageView lineage(String number, int depth) {
        moment.begin();
        Sheet sheet = find(number).sheet();
        List<CorrespondenceView> correspondences = new ArrayList<>(correspondences(sheet));
        certifications.correspondingTo(number).stream()
                .flatMap(c -> correspondences(c.sheet()).stream())
                .filter(c -> number.equals(c.to()))
                .forEach(correspondences::add);
        Lineage lineage = new Lineage(certifications::around);
        return new LineageView(number, lineage.before(number, depth), lineage.after(number, depth), correspondences);
    }

    private Certification find(String number) {
        return certifications.findByIdOptional(number).orElseThrow(() -> unknown(number));
    }

    private static ProblemException unknown(String number) {
        return ProblemException.notFound("certification", number);
    }

    private RecordedCertification recorded(Certification certification) {
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
                        b.assessmentText(),
                        b.trainingPrerequisites(),
                        b.certificationPrerequisites()))
                .toList();
    }

    private static List<CorrespondenceView> correspondences(Sheet sheet) {
        return sheet.correspondences().stream()
                .map(c -> new CorrespondenceView(sheet.number(), c.blocks(), c.otherNumber(), c.otherBlocks()))
                .toList();
    }
}
