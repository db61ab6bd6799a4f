@NullMarked
package fr.parchemin.kit.inbox;

import org.jspecify.annotations.NullMarked;
