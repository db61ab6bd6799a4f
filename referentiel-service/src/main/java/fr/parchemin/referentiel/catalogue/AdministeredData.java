package fr.parchemin.referentiel.catalogue;

import static java.util.stream.Collectors.toMap;

import fr.parchemin.referentiel.assessmentplan.Plan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we add to the sheet of a certification ({@code catalogue/<number>.json}): the competences one by one, and the
 * assessment plan that the register only has as text.
 */
record AdministeredData(
        String certification,
        @Nullable String acronym,
        List<BlockCompetences> competences,
        @Nullable Plan assessmentPlan) {

    Map<String, List<String>> labelsByBlock() {
        return competences.stream().collect(toMap(BlockCompetences::block, BlockCompetences::labels));
    }

    /** Competences of a block, in the order that gives them their codes. */
    record BlockCompetences(String block, List<String> labels) {}
}
