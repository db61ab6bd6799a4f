@NullMarked
package fr.parchemin.results.published;

import org.jspecify.annotations.NullMarked;
