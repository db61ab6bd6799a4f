package fr.parchemin.session.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a document look at.
 *
 * @param asked whether a competence of the session is proved by such a document
 * @param target what is examined
 * @param validUntil last day as the paper says, null when it does not
 * @param examDay the candidate's day of examination
 * @param deliberated whether the record of the session is drawn up already
 */
record Presentation(
        boolean asked,
        String target,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        LocalDate examDay,
        boolean deliberated) {}
