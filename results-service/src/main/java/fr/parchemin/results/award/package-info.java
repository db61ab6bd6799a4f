@NullMarked
package fr.parchemin.results.award;

import org.jspecify.annotations.NullMarked;
