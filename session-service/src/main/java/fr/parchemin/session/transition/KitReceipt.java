package fr.parchemin.session.transition;

import org.jspecify.annotations.Nullable;

/**
 * What the rules of a kit that arrives look at.
 *
 * @param ceresNumber number in the ministry's system, null while there is none
 */
record KitReceipt(@Nullable String ceresNumber) {}
