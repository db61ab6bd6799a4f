package fr.parchemin.session.enrolment;

import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import io.quarkus.panache.common.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which enrolments of a session that they see callers see: a platform those that it made or trained; a juror those for which
 * they are not recused (R52 to R54); others all.
 *
 * <p>The tables of recusals and jurors are read here in the same query; they are this service's own.
 *
 * @param condition HQL over {@code Enrolment e}
 * @param value SIRET or subject, null when all are seen
 */
record EnrolmentScope(String condition, @Nullable String value) {

    private static final String NOT_RECUSED = """
            not exists (select 1 from Recusal r, Juror j where r.enrolmentId = e.id and r.excludes = true
                        and j.id = r.jurorId and j.subject = :scope)""";

    static EnrolmentScope of(Caller caller) {
        if (caller.has(Roles.PLATFORM)) {
            return new EnrolmentScope(
                    "(e.trainingProviderSiret = :scope or e.createdBySiret = :scope)",
                    caller.siret().orElse("-"));
        }
        if (caller.has(Roles.CENTRE) || caller.has(Roles.AUTHORITY)) {
            return new EnrolmentScope("1 = 1", null);
        }
        return new EnrolmentScope(NOT_RECUSED, caller.subject());
    }

    Parameters bind(Parameters parameters) {
        return value == null ? parameters : parameters.and("scope", value);
    }
}
