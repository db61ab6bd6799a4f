@NullMarked
package fr.parchemin.gateway.docs;

import org.jspecify.annotations.NullMarked;
