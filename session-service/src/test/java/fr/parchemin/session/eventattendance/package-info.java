@NullMarked
package fr.parchemin.session.eventattendance;

import org.jspecify.annotations.NullMarked;
