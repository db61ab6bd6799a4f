@NullMarked
package fr.parchemin.referentiel.feed;

import org.jspecify.annotations.NullMarked;
