@NullMarked
package fr.parchemin.results.audit;

import org.jspecify.annotations.NullMarked;
