/** What only a system for trying things out can do ({@code parchemin.sandbox=true}): move its present. */
@NullMarked
package fr.parchemin.kit.sandbox;

import org.jspecify.annotations.NullMarked;
