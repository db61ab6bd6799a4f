@NullMarked
package fr.parchemin.results.privacy;

import org.jspecify.annotations.NullMarked;
