@NullMarked
package fr.parchemin.referentiel.certification;

import org.jspecify.annotations.NullMarked;
