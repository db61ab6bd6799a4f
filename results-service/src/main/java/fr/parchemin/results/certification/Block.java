package fr.parchemin.results.certification;

import java.util.List;

/** A block of competences (*bloc de compétences*): what a CCP sanctions. */
public record Block(String code, String label, List<Competence> competences) {

    /** One ability that the block attests. */
    public record Competence(String code, String label) {

        private Competence retold(List<Competence> told) {
            return told.stream().filter(c -> c.code().equals(code)).findFirst().orElse(this);
        }
    }

    /** The same block in the words of these; its competences stay, once it has any. */
    Block retold(List<Block> told) {
        return told.stream()
                .filter(block -> block.code().equals(code))
                .findFirst()
                .map(block -> new Block(
                        code,
                        block.label(),
                        competences.isEmpty()
                                ? block.competences()
                                : competences.stream()
                                        .map(c -> c.retold(block.competences()))
                                        .toList()))
                .orElse(this);
    }
}
