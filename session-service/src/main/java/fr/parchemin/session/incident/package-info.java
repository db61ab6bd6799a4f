@NullMarked
package fr.parchemin.session.incident;

import org.jspecify.annotations.NullMarked;
