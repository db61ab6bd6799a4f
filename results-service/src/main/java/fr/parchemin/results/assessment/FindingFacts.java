package fr.parchemin.results.assessment;

import fr.parchemin.results.certification.Plan;
import java.util.List;

/**
 * A finding that is about to be recorded.
 *
 * @param plan the plan under which the session is judged
 * @param outcome result of the event
 * @param competences what is said of single competences
 */
record FindingFacts(Plan plan, Finding.Outcome outcome, List<Finding.CompetenceFinding> competences) {}
