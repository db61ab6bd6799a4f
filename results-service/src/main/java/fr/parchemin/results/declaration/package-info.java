/**
 * Declaration of holders to the Caisse des Dépôts (<i>accrochage</i>, article L6113-8 of the labour code): every title awarded
 * is declared within three months, in files of their format, and followed until they say that it is taken in.
 */
@NullMarked
package fr.parchemin.results.declaration;

import org.jspecify.annotations.NullMarked;
