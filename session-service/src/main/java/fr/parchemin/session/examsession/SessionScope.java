package fr.parchemin.session.examsession;

import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.security.Roles;
import fr.parchemin.session.rules.RuleBook;
import io.quarkus.panache.common.Parameters;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a caller sees: the authority all; a centre those of its own SIRET; a juror those whose jury they are on,
 * until the record is signed (R138); a platform, once declared, those in which it has an enrolment and those of centres that have a convention with it. What
 * lies outside does not exist for the caller (404).
 *
 * <p>The tables of enrolments and conventions are read here in the same query; they are this service's own.
 *
 * @param condition HQL over {@code ExamSession s}
 * @param value SIRET or subject, null for the authority
 */
record SessionScope(String condition, @Nullable String value) {

    private static final String PLATFORM = """
            s.state <> 'DRAFT' and (s.centreSiret = :scope
             or exists (select 1 from Enrolment e where e.sessionId = s.id
                        and (e.trainingProviderSiret = :scope or e.createdBySiret = :scope))
             or exists (select 1 from TrainingAgreement t where t.centreId = s.centreId
                        and t.trainingProviderSiret = :scope))""";

    static SessionScope of(Caller caller, RuleBook rules) {
        if (caller.has(Roles.AUTHORITY)) {
            return new SessionScope("1 = 1", null);
        }
        if (caller.has(Roles.CENTRE)) {
            return new SessionScope("s.centreSiret = :scope", caller.siret().orElse("-"));
        }
        if (caller.has(Roles.PLATFORM)) {
            return new SessionScope("(" + PLATFORM + ")", caller.siret().orElse("-"));
        }
        return new SessionScope(
                "exists (select 1 from ExamSession j join j.jury m where j.id = s.id and m.subject = :scope)"
                        + overForJurors(rules),
                caller.subject());
    }

    private static String overForJurors(RuleBook rules) {
        return Arrays.stream(SessionState.values())
                .filter(s -> !rules.judge(AccessRules.JUROR, s).broken().isEmpty())
                .map(s -> " and s.state <> '" + s + "'")
                .collect(Collectors.joining());
    }

    Parameters bind(Parameters parameters) {
        return value == null ? parameters : parameters.and("scope", value);
    }
}
