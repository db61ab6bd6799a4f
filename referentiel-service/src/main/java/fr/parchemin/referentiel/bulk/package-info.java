/** Many rows at once into PostgreSQL. */
@NullMarked
package fr.parchemin.referentiel.bulk;

import org.jspecify.annotations.NullMarked;
