@NullMarked
package fr.parchemin.gateway.proxy;

import org.jspecify.annotations.NullMarked;
