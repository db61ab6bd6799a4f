/** Whether a holder could be declared later with the civil status of today. */
@NullMarked
package fr.parchemin.session.declarability;

import org.jspecify.annotations.NullMarked;
