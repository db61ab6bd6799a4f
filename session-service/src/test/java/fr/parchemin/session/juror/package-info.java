@NullMarked
package fr.parchemin.session.juror;

import org.jspecify.annotations.NullMarked;
