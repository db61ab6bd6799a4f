@NullMarked
package fr.parchemin.system;

import org.jspecify.annotations.NullMarked;
