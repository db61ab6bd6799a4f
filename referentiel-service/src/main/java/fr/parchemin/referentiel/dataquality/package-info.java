/** What is odd in the registers as they are published. */
@NullMarked
package fr.parchemin.referentiel.dataquality;

import org.jspecify.annotations.NullMarked;
