@NullMarked
package fr.parchemin.kit.security;

import org.jspecify.annotations.NullMarked;
