@NullMarked
package fr.parchemin.referentiel.imports;

import org.jspecify.annotations.NullMarked;
