/** Two certifications side by side, mostly two versions of one title. */
@NullMarked
package fr.parchemin.referentiel.comparison;

import org.jspecify.annotations.NullMarked;
