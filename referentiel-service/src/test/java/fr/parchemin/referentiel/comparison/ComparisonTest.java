package fr.parchemin.referentiel.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.referentiel.RandomSheets;
import fr.parchemin.referentiel.certification.BlockView;
import fr.parchemin.referentiel.certification.BlockView.CompetenceView;
import fr.parchemin.referentiel.certification.RecordedCertification;
import fr.parchemin.referentiel.certification.SheetSource;
import fr.parchemin.referentiel.comparison.ComparisonView.BlockName;
import fr.parchemin.referentiel.comparison.ComparisonView.BlockRow;
import fr.parchemin.referentiel.comparison.ComparisonView.CompetenceRow;
import fr.parchemin.referentiel.comparison.ComparisonView.FieldDifference;
import fr.parchemin.referentiel.comparison.ComparisonView.Link;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final BlockView OLD_1 = block("RNCP1BC01", "Accueillir", "Accueillir le public", "Informer");
    private static final BlockView OLD_2 = block("RNCP1BC02", "Réguler les tensions");
    private static final BlockView OLD_3 = block("RNCP1BC03", "Veiller");
    private static final BlockView NEW_1 = block("RNCP2BC01", "Mener un projet", "informer", "Évaluer");
    private static final BlockView NEW_2 = block("RNCP2BC02", "REGULER les  tensions");
    private static final BlockView NEW_3 = block("RNCP2BC03", "Numérique");

    @Test
    void declaredCorrespondencesComeFirstWhoeverDeclaresThem() {
        RecordedCertification old = certification(
                "RNCP1",
                List.of(correspondence(List.of("RNCP1BC01", "RNCP1BC03"), "RNCP2", "RNCP2BC01")),
                OLD_1,
                OLD_2,
                OLD_3);
        RecordedCertification revised = certification(
                "RNCP2",
                List.of(
                        correspondence(List.of("RNCP2BC01"), "RNCP1", "RNCP1BC03", "RNCP1BC01"),
                        correspondence(List.of("RNCP2BC03"), "RNCP1", "RNCP1BC09"),
                        correspondence(List.of("RNCP2BC02"), "RNCP7", "RNCP7BC01")),
                NEW_1,
                NEW_2,
                NEW_3);

        List<BlockRow> rows = Comparison.of(revised, old).blocks();

        assertThat(rows)
                .extracting(r -> codes(r.here()), r -> codes(r.there()), BlockRow::link, BlockRow::declaredBy)
                .containsExactly(
                        tuple(
                                List.of("RNCP2BC01"),
                                List.of("RNCP1BC01", "RNCP1BC03"),
                                Link.DECLARED,
                                Set.of("RNCP1", "RNCP2")),
                        tuple(List.of("RNCP2BC03"), List.of("RNCP1BC09"), Link.DECLARED, Set.of("RNCP2")),
                        tuple(List.of("RNCP2BC02"), List.of("RNCP1BC02"), Link.SAME_LABEL, Set.of()));
        assertThat(rows.get(1).there()).containsExactly(new BlockName("RNCP1BC09", null));
        assertThat(rows.getFirst().competences())
                .containsExactly(
                        new CompetenceRow("informer", "RNCP2BC01-C1", "RNCP1BC01-C2"),
                        new CompetenceRow("Évaluer", "RNCP2BC01-C2", null),
                        new CompetenceRow("Accueillir le public", null, "RNCP1BC01-C1"));
    }

    @Test
    void whatNothingCorrespondsToStandsAlone() {
        List<BlockRow> rows = Comparison.of(
                        certification("RNCP1", List.of(), OLD_1, OLD_2), certification("RNCP2", List.of(), NEW_3))
                .blocks();

        assertThat(rows)
                .extracting(r -> codes(r.here()), r -> codes(r.there()), BlockRow::link)
                .containsExactly(
                        tuple(List.of("RNCP1BC01"), List.of(), Link.NONE),
                        tuple(List.of("RNCP1BC02"), List.of(), Link.NONE),
                        tuple(List.of(), List.of("RNCP2BC03"), Link.NONE));
    }

    @Test
    void aCorrespondenceWithoutCodesIsOneOfTheWhole() {
        RecordedCertification whole = certification("RS5", List.of(correspondence(List.of(), "RNCP1")));

        List<BlockRow> rows = Comparison.of(whole, certification("RNCP1", List.of(), OLD_1, OLD_2))
                .blocks();

        assertThat(rows).hasSize(1);
        assertThat(codes(rows.getFirst().there())).containsExactly("RNCP1BC01", "RNCP1BC02");
        assertThat(rows.getFirst().here()).isEmpty();
    }

    @Test
    void otherFieldsAreNamedWhereTheyDiffer() {
        RecordedCertification one = certification("RNCP1", List.of(), OLD_1);
        Sheet same = one.sheet();

        assertThat(Comparison.of(one, one).fields()).isEmpty();
        assertThat(Comparison.of(one, recorded(retitled(same, "Autre titre"), List.of(OLD_1)))
                        .fields())
                .extracting(FieldDifference::field, f -> f.there().asText())
                .containsExactly(tuple("title", "Autre titre"));
    }

    private static List<String> codes(List<BlockName> names) {
        return names.stream().map(BlockName::code).toList();
    }

    private static BlockView block(String code, String label, String... competences) {
        List<CompetenceView> split = Arrays.stream(competences)
                .map(c -> new CompetenceView(code + "-C" + (List.of(competences).indexOf(c) + 1), c))
                .toList();
        return new BlockView(code, label, split, null, null, null, null);
    }

    private static Sheet.Correspondence correspondence(List<String> blocks, String number, String... others) {
        return new Sheet.Correspondence(blocks, number, List.of(others));
    }

    private static RecordedCertification certification(
            String number, List<Sheet.Correspondence> correspondences, BlockView... blocks) {
        Sheet s = new RandomSheets(7).sheet("RNCP1");
        return recorded(with(s, number, s.title(), correspondences), List.of(blocks));
    }

    private static Sheet retitled(Sheet s, String title) {
        return with(s, s.number(), title, s.correspondences());
    }

    private static Sheet with(Sheet s, String number, String title, List<Sheet.Correspondence> correspondences) {
        return new Sheet(
                number,
                s.sheetId(),
                title,
                s.abbreviation(),
                s.state(),
                s.active(),
                s.level(),
                s.registrationType(),
                s.validity(),
                s.nsf(),
                s.formacodes(),
                s.rome(),
                s.idcc(),
                s.certifiers(),
                s.objectives(),
                s.activities(),
                s.attestedCompetences(),
                s.sectors(),
                s.jobs(),
                s.regulations(),
                s.prerequisites(),
                s.blocks(),
                s.accessRoutes(),
                s.statistics(),
                s.predecessors(),
                s.successors(),
                correspondences,
                s.newCaledonia(),
                s.frenchPolynesia(),
                s.other());
    }

    private static RecordedCertification recorded(Sheet sheet, List<BlockView> blocks) {
        return new RecordedCertification(
                sheet,
                null,
                true,
                blocks,
                new SheetSource("TEST", "4.1", LocalDate.of(2026, 11, 24), Instant.EPOCH),
                Instant.EPOCH,
                1);
    }
}
