/** The engine behind {@code parchemin}, tried with real processes. */
@NullMarked
package fr.parchemin.localstack;

import org.jspecify.annotations.NullMarked;
