@NullMarked
package fr.parchemin.results.booklet;

import org.jspecify.annotations.NullMarked;
