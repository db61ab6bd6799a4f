@NullMarked
package fr.parchemin.kit.transaction;

import org.jspecify.annotations.NullMarked;
