/** Measurements on a running system. */
@NullMarked
package fr.parchemin.localstack.bench;

import org.jspecify.annotations.NullMarked;
