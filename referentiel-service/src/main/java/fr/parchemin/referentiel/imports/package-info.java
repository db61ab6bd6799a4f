/** Files of the national registers, taken in whole or not at all. */
@NullMarked
package fr.parchemin.referentiel.imports;

import org.jspecify.annotations.NullMarked;
