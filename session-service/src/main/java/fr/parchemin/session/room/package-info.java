@NullMarked
package fr.parchemin.session.room;

import org.jspecify.annotations.NullMarked;
