@NullMarked
package fr.parchemin.results.examsession;

import org.jspecify.annotations.NullMarked;
