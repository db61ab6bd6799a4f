@NullMarked
package fr.parchemin.session.eligibility;

import org.jspecify.annotations.NullMarked;
