@NullMarked
package fr.parchemin.results.assessment;

import org.jspecify.annotations.NullMarked;
