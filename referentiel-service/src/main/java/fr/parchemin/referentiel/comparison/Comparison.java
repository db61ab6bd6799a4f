package fr.parchemin.referentiel.comparison;

import fr.parchemin.referentiel.certification.BlockView;
import fr.parchemin.referentiel.certification.BlockView.CompetenceView;
import fr.parchemin.referentiel.certification.RecordedCertification;
import fr.parchemin.referentiel.comparison.ComparisonView.BlockName;
import fr.parchemin.referentiel.comparison.ComparisonView.BlockRow;
import fr.parchemin.referentiel.comparison.ComparisonView.CompetenceRow;
import fr.parchemin.referentiel.comparison.ComparisonView.FieldDifference;
import fr.parchemin.referentiel.comparison.ComparisonView.Link;
import fr.parchemin.referentiel.history.SheetDifference;
import fr.parchemin.referentiel.identifier.Normalised;
import fr.parchemin.referentiel.sheet.Sheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Brings the blocks and competences of two certifications side by side. */
final class Comparison {

    /** What differs by nature, or is shown as rows of blocks. */
    private static final Set<String> SHOWN_APART = Set.of("number", "sheetId", "blocks", "correspondences");

    private final RecordedCertification here;
    private final RecordedCertification there;
    private final List<BlockRow> rows = new ArrayList<>();
    private final Set<String> placedHere = new HashSet<>();
    private final Set<String> placedThere = new HashSet<>();

    private Comparison(RecordedCertification here, RecordedCertification there) {
        this.here = here;
        this.there = there;
    }

    static ComparisonView of(RecordedCertification here, RecordedCertification there) {
        Comparison comparison = new Comparison(here, there);
        comparison.declared();
        comparison.sameLabels();
        comparison.rest();
        return new ComparisonView(
                here.sheet().number(), there.sheet().number(), comparison.rows, fields(here.sheet(), there.sheet()));
    }

    /** Codes that a correspondence brings together. */
    private record Pair(Set<String> here, Set<String> there) {}

    private void declared() {
        Map<Pair, Set<String>> pairs = new LinkedHashMap<>();
        for (Sheet.Correspondence c : here.sheet().correspondences()) {
            if (there.sheet().number().equals(c.otherNumber())) {
                declare(pairs, c.blocks(), c.otherBlocks(), here);
            }
        }
        for (Sheet.Correspondence c : there.sheet().correspondences()) {
            if (here.sheet().number().equals(c.otherNumber())) {
                declare(pairs, c.otherBlocks(), c.blocks(), there);
            }
        }
        pairs.forEach((pair, by) -> place(pair.here, pair.there, Link.DECLARED, by));
    }

    private void declare(
            Map<Pair, Set<String>> pairs,
            Collection<String> blocksHere,
            Collection<String> blocksThere,
            RecordedCertification by) {
        Pair pair = new Pair(orAll(blocksHere, here), orAll(blocksThere, there));
        pairs.computeIfAbsent(pair, p -> new TreeSet<>()).add(by.sheet().number());
    }

    /** No code at all stands for the whole certification. */
    private static Set<String> orAll(Collection<String> codes, RecordedCertification of) {
        return codes.isEmpty()
                ? Set.copyOf(of.blocks().stream().map(BlockView::code).toList())
                : Set.copyOf(codes);
    }

    private void sameLabels() {
        for (BlockView block : here.blocks()) {
            if (placedHere.contains(block.code()) || block.label() == null) {
                continue;
            }
            String label = Normalised.search(block.label());
            there.blocks().stream()
                    .filter(b -> !placedThere.contains(b.code()))
                    .filter(b ->
                            b.label() != null && Normalised.search(b.label()).equals(label))
                    .findFirst()
                    .ifPresent(b -> place(Set.of(block.code()), Set.of(b.code()), Link.SAME_LABEL, Set.of()));
        }
    }

    private void rest() {
        here.blocks().stream()
                .filter(b -> !placedHere.contains(b.code()))
                .forEach(b -> place(Set.of(b.code()), Set.of(), Link.NONE, Set.of()));
        there.blocks().stream()
                .filter(b -> !placedThere.contains(b.code()))
                .forEach(b -> place(Set.of(), Set.of(b.code()), Link.NONE, Set.of()));
    }

    private void place(Set<String> codesHere, Set<String> codesThere, Link link, Set<String> declaredBy) {
        placedHere.addAll(codesHere);
        placedThere.addAll(codesThere);
        rows.add(new BlockRow(
                names(here, codesHere),
                names(there, codesThere),
                link,
                declaredBy,
                competences(of(here, codesHere), of(there, codesThere))));
    }

    /** In the order of the register; codes that it does not have come last. */
    private static List<BlockName> names(RecordedCertification certification, Set<String> codes) {
        List<BlockView> known = of(certification, codes);
        Set<String> knownCodes = Set.copyOf(known.stream().map(BlockView::code).toList());
        return Stream.concat(
                        known.stream().map(b -> new BlockName(b.code(), b.label())),
                        codes.stream()
                                .filter(code -> !knownCodes.contains(code))
                                .sorted()
                                .map(code -> new BlockName(code, null)))
                .toList();
    }

    private static List<BlockView> of(RecordedCertification certification, Set<String> codes) {
        return certification.blocks().stream()
                .filter(b -> codes.contains(b.code()))
                .toList();
    }

    private static List<CompetenceRow> competences(List<BlockView> here, List<BlockView> there) {
        Map<String, CompetenceRow> byLabel = new LinkedHashMap<>();
        each(here, c -> new CompetenceRow(c.label(), c.code(), null), byLabel);
        each(there, c -> new CompetenceRow(c.label(), null, c.code()), byLabel);
        return List.copyOf(byLabel.values());
    }

    private static void each(
            List<BlockView> blocks, Function<CompetenceView, CompetenceRow> row, Map<String, CompetenceRow> byLabel) {
        blocks.stream()
                .flatMap(b -> b.competences().stream())
                .forEach(c -> byLabel.merge(
                        Normalised.search(c.label()),
                        row.apply(c),
                        (one, other) -> new CompetenceRow(
                                one.label(),
                                one.here() == null ? other.here() : one.here(),
                                one.there() == null ? other.there() : one.there())));
    }

    private static List<FieldDifference> fields(Sheet here, Sheet there) {
        return SheetDifference.between(here, List.of(), there, List.of()).stream()
                .filter(f -> !SHOWN_APART.contains(f.field()))
                .map(f -> new FieldDifference(f.field(), f.before(), f.after()))
                .toList();
    }
}
