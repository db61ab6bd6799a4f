/** Credentials that somebody was shown, held against the running system. */
@NullMarked
package fr.parchemin.localstack.verify;

import org.jspecify.annotations.NullMarked;
