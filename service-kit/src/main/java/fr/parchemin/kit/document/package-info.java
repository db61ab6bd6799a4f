@NullMarked
package fr.parchemin.kit.document;

import org.jspecify.annotations.NullMarked;
