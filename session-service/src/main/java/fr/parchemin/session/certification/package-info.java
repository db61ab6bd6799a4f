@NullMarked
package fr.parchemin.session.certification;

import org.jspecify.annotations.NullMarked;
