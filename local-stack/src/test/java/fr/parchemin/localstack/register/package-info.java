@NullMarked
package fr.parchemin.localstack.register;

import org.jspecify.annotations.NullMarked;
