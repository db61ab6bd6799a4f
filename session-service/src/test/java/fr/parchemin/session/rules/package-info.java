@NullMarked
package fr.parchemin.session.rules;

import org.jspecify.annotations.NullMarked;
