@NullMarked
package fr.parchemin.session.day;

import org.jspecify.annotations.NullMarked;
