/** What is certified. */
@NullMarked
package fr.parchemin.referentiel;

import org.jspecify.annotations.NullMarked;
