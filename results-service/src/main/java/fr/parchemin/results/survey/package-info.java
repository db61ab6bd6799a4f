/**
 * Surveys of the holders of a title 6 months and 2 years after the award: who is due, what they answered, and the rates of
 * employment by the formula of France compétences (R124 to R126). No contact details are here.
 */
@NullMarked
package fr.parchemin.results.survey;

import org.jspecify.annotations.NullMarked;
