@NullMarked
package fr.parchemin.results.certification;

import org.jspecify.annotations.NullMarked;
