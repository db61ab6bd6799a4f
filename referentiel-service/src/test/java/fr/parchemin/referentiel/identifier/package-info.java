@NullMarked
package fr.parchemin.referentiel.identifier;

import org.jspecify.annotations.NullMarked;
