@NullMarked
package fr.parchemin.referentiel.export;

import org.jspecify.annotations.NullMarked;
