@NullMarked
package fr.parchemin.localstack.imports;

import org.jspecify.annotations.NullMarked;
