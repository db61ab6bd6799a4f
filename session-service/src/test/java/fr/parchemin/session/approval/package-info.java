@NullMarked
package fr.parchemin.session.approval;

import org.jspecify.annotations.NullMarked;
