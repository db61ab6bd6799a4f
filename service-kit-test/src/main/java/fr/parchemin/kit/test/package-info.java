/** What the tests of every service share: real PostgreSQL, Kafka and tokens, and the rules of the house. */
@NullMarked
package fr.parchemin.kit.test;

import org.jspecify.annotations.NullMarked;
