@NullMarked
package fr.parchemin.localstack.large;

import org.jspecify.annotations.NullMarked;
