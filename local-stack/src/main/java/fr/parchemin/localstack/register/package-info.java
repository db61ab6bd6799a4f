/** An invented register of any size, in the files of France compétences. */
@NullMarked
package fr.parchemin.localstack.register;

import org.jspecify.annotations.NullMarked;
