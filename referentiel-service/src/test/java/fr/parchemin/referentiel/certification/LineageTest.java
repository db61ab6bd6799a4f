package fr.parchemin.referentiel.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.referentiel.certification.CertificationRepository.LinkedCertification;
import fr.parchemin.referentiel.certification.LineageView.LinkView;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineageTest {

    /** RNCP1 → RNCP2 (declared by both) → RS3 (declared by RNCP2 alone) → RNCP4 (by RNCP4 alone) → RNCP2: a circle. */
    private static final List<LinkedCertification> ALL = List.of(
            row("RNCP1", List.of("RNCP9"), List.of("RNCP2")),
            row("RNCP2", List.of("RNCP1"), List.of("RS3")),
            row("RS3", List.of(), List.of()),
            row("RNCP4", List.of("RS3"), List.of("RNCP2")));

    private final Lineage lineage = new Lineage(LineageTest::around);

    @Test
    void walksAsFarAsAsked() {
        assertThat(lineage.after("RNCP1", 1)).extracting(LinkView::number).containsExactly("RNCP2");
        assertThat(lineage.after("RNCP1", 2)).extracting(LinkView::number).containsExactly("RNCP2", "RS3");
    }

    @Test
    void endsWhereLinksCloseACircle() {
        assertThat(lineage.after("RNCP1", 10))
                .extracting(LinkView::number, LinkView::distance)
                .containsExactly(tuple("RNCP2", 1), tuple("RS3", 2), tuple("RNCP4", 3));
        assertThat(lineage.before("RNCP2", 10))
                .extracting(LinkView::number, LinkView::distance)
                .containsExactly(tuple("RNCP1", 1), tuple("RNCP4", 1), tuple("RNCP9", 2), tuple("RS3", 2));
    }

    @Test
    void tellsWhoDeclaresALinkAndWhatIsRecordedNowhere() {
        assertThat(lineage.after("RNCP1", 1).getFirst().declaredBy()).containsExactly("RNCP1", "RNCP2");
        assertThat(lineage.after("RS3", 1).getFirst().declaredBy()).containsExactly("RNCP4");
        assertThat(lineage.before("RS3", 1)).extracting(LinkView::declaredBy).containsExactly(Set.of("RNCP2"));
        assertThat(lineage.before("RNCP1", 1))
                .extracting(LinkView::number, LinkView::known, LinkView::title)
                .containsExactly(tuple("RNCP9", false, null));
    }

    private static LinkedCertification row(String number, List<String> predecessors, List<String> successors) {
        return new LinkedCertification(number, "Titre " + number, predecessors, successors);
    }

    private static List<LinkedCertification> around(Collection<String> numbers) {
        return ALL.stream()
                .filter(c -> numbers.contains(c.number())
                        || c.predecessors().stream().anyMatch(numbers::contains)
                        || c.successors().stream().anyMatch(numbers::contains))
                .toList();
    }
}
