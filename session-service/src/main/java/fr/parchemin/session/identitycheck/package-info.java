@NullMarked
package fr.parchemin.session.identitycheck;

import org.jspecify.annotations.NullMarked;
