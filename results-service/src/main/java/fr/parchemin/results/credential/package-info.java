/**
 * Awards as verifiable credentials: who signs, with which keys, what a credential says, and which are revoked.
 */
@NullMarked
package fr.parchemin.results.credential;

import org.jspecify.annotations.NullMarked;
