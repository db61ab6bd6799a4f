package fr.parchemin.session.draw;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A situation of the pool that was offered.
 *
 * @param position place in the pool, from 0
 * @param drawnAs 1 for the first situation drawn, 2 for the second…, null when it was not drawn
 */
@Embeddable
record DrawnSituation(
        @Column(name = "position") int position,
        @Column(name = "code") String code,
        @Column(name = "type") String type,
        @Column(name = "label") String label,
        @Column(name = "drawn_as") @Nullable Integer drawnAs) {}
