/** A real browser for tests of pages and for pictures of them. */
@NullMarked
package fr.parchemin.localstack.browser;

import org.jspecify.annotations.NullMarked;
