@NullMarked
package fr.parchemin.session.transition;

import org.jspecify.annotations.NullMarked;
