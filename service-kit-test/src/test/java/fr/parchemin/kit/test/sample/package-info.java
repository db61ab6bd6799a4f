/** A small service that uses every part of the kit, so that the kit can be tested as services use it. */
@NullMarked
package fr.parchemin.kit.test.sample;

import org.jspecify.annotations.NullMarked;
