@NullMarked
package fr.parchemin.session.candidate;

import org.jspecify.annotations.NullMarked;
