/**
 * The journey of a candidate, played through the public API: the demonstration, the system tests and the load
 * measurement are three ways of calling {@link fr.parchemin.localstack.demo.Journey} and {@link
 * fr.parchemin.localstack.demo.Examination}.
 */
@NullMarked
package fr.parchemin.localstack.demo;

import org.jspecify.annotations.NullMarked;
