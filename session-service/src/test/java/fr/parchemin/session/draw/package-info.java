@NullMarked
package fr.parchemin.session.draw;

import org.jspecify.annotations.NullMarked;
