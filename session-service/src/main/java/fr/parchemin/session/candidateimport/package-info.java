@NullMarked
package fr.parchemin.session.candidateimport;

import org.jspecify.annotations.NullMarked;
