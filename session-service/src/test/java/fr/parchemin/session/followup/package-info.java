@NullMarked
package fr.parchemin.session.followup;

import org.jspecify.annotations.NullMarked;
