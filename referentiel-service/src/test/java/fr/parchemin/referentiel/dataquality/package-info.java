@NullMarked
package fr.parchemin.referentiel.dataquality;

import org.jspecify.annotations.NullMarked;
