@NullMarked
package fr.parchemin.session;

import org.jspecify.annotations.NullMarked;
