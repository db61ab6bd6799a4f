/**
 * Figures per title and year of award (<i>promotion</i>, R127): certified, by recognition of experience, and the rates of the
 * surveys; published once, revised in the open, and kept apart from what the register publishes (R128).
 */
@NullMarked
package fr.parchemin.results.cohort;

import org.jspecify.annotations.NullMarked;
