@NullMarked
package fr.parchemin.referentiel.sheet;

import org.jspecify.annotations.NullMarked;
