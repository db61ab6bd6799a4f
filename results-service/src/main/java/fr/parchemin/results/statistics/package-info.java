/**
 * Figures of results: counted by an event of this service's own from validated records, kept in tables made for reading, masked
 * for analysts (R129, R130). How and why is in docs/adr/0070-statistics.md.
 */
@NullMarked
package fr.parchemin.results.statistics;

import org.jspecify.annotations.NullMarked;
