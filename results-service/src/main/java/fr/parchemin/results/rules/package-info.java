@NullMarked
package fr.parchemin.results.rules;

import org.jspecify.annotations.NullMarked;
