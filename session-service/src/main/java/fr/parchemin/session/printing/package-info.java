@NullMarked
package fr.parchemin.session.printing;

import org.jspecify.annotations.NullMarked;
