package fr.parchemin.session.holding;

import java.util.List;
import java.util.Set;

/**
 * What a candidate brings from earlier sessions on one certification.
 *
 * @param blocks codes of the blocks held, awarded or recognised (R11, R13)
 * @param title whether the title is held
 * @param outcomes outcomes notified that are not void
 * @param attempts those of them that gave less than was sat for, by day
 */
public record Holdings(Set<String> blocks, boolean title, Set<String> outcomes, List<EarlierAttempt> attempts) {}
