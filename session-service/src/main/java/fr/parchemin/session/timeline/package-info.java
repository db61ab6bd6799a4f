@NullMarked
package fr.parchemin.session.timeline;

import org.jspecify.annotations.NullMarked;
