/** Files of the national registers on their way into a running system. */
@NullMarked
package fr.parchemin.localstack.imports;

import org.jspecify.annotations.NullMarked;
