@NullMarked
package fr.parchemin.results.capital;

import org.jspecify.annotations.NullMarked;
