@NullMarked
package fr.parchemin.referentiel.assessmentplan;

import org.jspecify.annotations.NullMarked;
