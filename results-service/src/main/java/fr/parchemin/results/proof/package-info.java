/**
 * Signatures that somebody else can check: Data Integrity proofs ({@code eddsa-rdfc-2022}) and JSON Web Tokens over
 * verifiable credentials. Knows no award and no database.
 */
@NullMarked
package fr.parchemin.results.proof;

import org.jspecify.annotations.NullMarked;
