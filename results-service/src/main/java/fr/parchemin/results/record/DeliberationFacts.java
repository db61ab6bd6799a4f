package fr.parchemin.results.record;

import fr.parchemin.results.examsession.Juror;
import fr.parchemin.results.examsession.SessionDossier;

/**
 * A member of the jury who takes part in the deliberation.
 *
 * @param dossier the session
 * @param acting the member who decides or signs
 */
record DeliberationFacts(SessionDossier dossier, Juror acting) {}
