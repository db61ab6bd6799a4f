@NullMarked
package fr.parchemin.session.identifier;

import org.jspecify.annotations.NullMarked;
