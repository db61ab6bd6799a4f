@NullMarked
package fr.parchemin.gateway.discovery;

import org.jspecify.annotations.NullMarked;
