@NullMarked
package fr.parchemin.gateway.contract;

import org.jspecify.annotations.NullMarked;
