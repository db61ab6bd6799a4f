@NullMarked
package fr.parchemin.results.record;

import org.jspecify.annotations.NullMarked;
