@NullMarked
package fr.parchemin.session.anonymity;

import org.jspecify.annotations.NullMarked;
