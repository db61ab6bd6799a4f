@NullMarked
package fr.parchemin.session.centre;

import org.jspecify.annotations.NullMarked;
