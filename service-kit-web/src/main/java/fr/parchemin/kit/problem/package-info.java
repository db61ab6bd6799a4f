@NullMarked
package fr.parchemin.kit.problem;

import org.jspecify.annotations.NullMarked;
