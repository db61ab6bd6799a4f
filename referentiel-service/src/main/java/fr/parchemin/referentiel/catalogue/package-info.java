@NullMarked
package fr.parchemin.referentiel.catalogue;

import org.jspecify.annotations.NullMarked;
