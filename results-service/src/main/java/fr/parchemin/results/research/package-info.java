/** Results for research: whoever they are of goes by a name that holds in one file alone (R130). */
@NullMarked
package fr.parchemin.results.research;

import org.jspecify.annotations.NullMarked;
