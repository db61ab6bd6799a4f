/** What every service needs and no domain word in it. */
@NullMarked
package fr.parchemin.kit;

import org.jspecify.annotations.NullMarked;
