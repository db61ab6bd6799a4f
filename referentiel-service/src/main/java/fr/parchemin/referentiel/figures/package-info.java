@NullMarked
package fr.parchemin.referentiel.figures;

import org.jspecify.annotations.NullMarked;
