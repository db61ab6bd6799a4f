@NullMarked
package fr.parchemin.referentiel.publication;

import org.jspecify.annotations.NullMarked;
