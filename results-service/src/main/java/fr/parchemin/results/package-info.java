/** What was found, decided and awarded. */
@NullMarked
package fr.parchemin.results;

import org.jspecify.annotations.NullMarked;
