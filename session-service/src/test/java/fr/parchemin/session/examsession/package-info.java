@NullMarked
package fr.parchemin.session.examsession;

import org.jspecify.annotations.NullMarked;
