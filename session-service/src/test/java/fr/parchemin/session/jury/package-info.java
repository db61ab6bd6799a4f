@NullMarked
package fr.parchemin.session.jury;

import org.jspecify.annotations.NullMarked;
