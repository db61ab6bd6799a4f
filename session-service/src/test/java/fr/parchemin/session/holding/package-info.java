@NullMarked
package fr.parchemin.session.holding;

import org.jspecify.annotations.NullMarked;
