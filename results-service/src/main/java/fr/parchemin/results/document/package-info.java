/** Documents that people receive and frame: diploma, certificate, attestation, booklet and record, in French as PDF/A. */
@NullMarked
package fr.parchemin.results.document;

import org.jspecify.annotations.NullMarked;
