/** What every import changed in a certification. */
@NullMarked
package fr.parchemin.referentiel.history;

import org.jspecify.annotations.NullMarked;
