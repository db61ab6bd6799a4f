/** Fills the running system with invented history: many candidates, five years, many certifications, all through the API. */
@NullMarked
package fr.parchemin.localstack.large;

import org.jspecify.annotations.NullMarked;
