package fr.parchemin.results.certification;

import java.util.List;

/** A block of competences (*bloc de compétences*): what a CCP sanctions. */
public record Block(String code, String label, List<Competence> competences) {

    /** One ability that the block attests. */
    public record Competence(String code, String label) {}
}
