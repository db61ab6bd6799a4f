@NullMarked
package fr.parchemin.session.schedule;

import org.jspecify.annotations.NullMarked;
