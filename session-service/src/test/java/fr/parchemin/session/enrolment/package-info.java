@NullMarked
package fr.parchemin.session.enrolment;

import org.jspecify.annotations.NullMarked;
