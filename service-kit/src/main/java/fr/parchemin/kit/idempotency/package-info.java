@NullMarked
package fr.parchemin.kit.idempotency;

import org.jspecify.annotations.NullMarked;
