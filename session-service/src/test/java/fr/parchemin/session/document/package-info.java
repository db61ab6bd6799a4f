@NullMarked
package fr.parchemin.session.document;

import org.jspecify.annotations.NullMarked;
