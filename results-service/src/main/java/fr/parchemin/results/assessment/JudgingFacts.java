package fr.parchemin.results.assessment;

import fr.parchemin.results.examsession.SessionDossier;
import java.util.UUID;

/**
 * A juror who is about to judge a candidate.
 *
 * @param dossier the session
 * @param enrolmentId the candidate's place in it
 * @param jurorId the juror
 */
public record JudgingFacts(SessionDossier dossier, UUID enrolmentId, UUID jurorId) {}
