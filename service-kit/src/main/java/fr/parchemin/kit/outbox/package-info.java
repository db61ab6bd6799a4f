@NullMarked
package fr.parchemin.kit.outbox;

import org.jspecify.annotations.NullMarked;
