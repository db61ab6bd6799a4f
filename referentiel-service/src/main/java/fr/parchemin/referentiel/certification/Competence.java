package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.identifier.BlockCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One competence of a block, split from the text of the register by whoever looks after the certification. */
@Embeddable
record Competence(
        @Column(name = "block_code") String blockCode,
        @Column(name = "rank") int rank,
        @Column(name = "label") String label) {

    /** Our own code: the register has none. */
    String code() {
        return BlockCode.ofCompetence(blockCode, rank);
    }
}
