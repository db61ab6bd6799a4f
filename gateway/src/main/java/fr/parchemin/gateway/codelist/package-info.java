/** The codes of the API in French, one list for each of its enums. */
@NullMarked
package fr.parchemin.gateway.codelist;

import org.jspecify.annotations.NullMarked;
