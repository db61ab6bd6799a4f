@NullMarked
package fr.parchemin.kit.time;

import org.jspecify.annotations.NullMarked;
