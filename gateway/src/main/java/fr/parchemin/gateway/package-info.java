@NullMarked
package fr.parchemin.gateway;

import org.jspecify.annotations.NullMarked;
