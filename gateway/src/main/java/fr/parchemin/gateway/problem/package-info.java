@NullMarked
package fr.parchemin.gateway.problem;

import org.jspecify.annotations.NullMarked;
