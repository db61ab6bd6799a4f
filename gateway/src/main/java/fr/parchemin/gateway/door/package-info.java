@NullMarked
package fr.parchemin.gateway.door;

import org.jspecify.annotations.NullMarked;
