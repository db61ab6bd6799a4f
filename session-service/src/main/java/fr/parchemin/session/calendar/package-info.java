@NullMarked
package fr.parchemin.session.calendar;

import org.jspecify.annotations.NullMarked;
