package fr.parchemin.session.holding;

import java.util.Set;

/**
 * What a candidate brings from earlier sessions on one certification.
 *
 * @param blocks codes of the blocks held
 * @param title whether the title is held
 * @param outcomes outcomes notified
 */
public record Holdings(Set<String> blocks, boolean title, Set<String> outcomes) {}
