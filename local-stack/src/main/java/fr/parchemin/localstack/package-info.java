/** Everything that the services need, as processes on one machine without Docker. */
@NullMarked
package fr.parchemin.localstack;

import org.jspecify.annotations.NullMarked;
