@NullMarked
package fr.parchemin.results.verification;

import org.jspecify.annotations.NullMarked;
