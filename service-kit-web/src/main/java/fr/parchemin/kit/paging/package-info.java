@NullMarked
package fr.parchemin.kit.paging;

import org.jspecify.annotations.NullMarked;
