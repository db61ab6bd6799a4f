@NullMarked
package fr.parchemin.session.declarability;

import org.jspecify.annotations.NullMarked;
