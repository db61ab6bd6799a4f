package fr.parchemin.session.eligibility;

import fr.parchemin.session.Titles;
import fr.parchemin.session.approval.Period;
import fr.parchemin.session.certification.AccessRoute;
import fr.parchemin.session.certification.Certification;
import fr.parchemin.session.examsession.SessionType;
import fr.parchemin.session.holding.EarlierAttempt;
import fr.parchemin.session.incident.Ban;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds candidatures: trained by the centre for a title session on 8 and 9 March 2027, unless said otherwise. */
final class Applicant {

    static final String CENTRE = "98222438800016";
    static final String PROVIDER = "35600000000048";

    SessionType type = SessionType.TITLE;
    String target = "TITLE";
    LocalDate startsOn = LocalDate.of(2027, 3, 8);
    LocalDate endsOn = LocalDate.of(2027, 3, 9);
    Certification certification = Titles.valid();
    AccessRoute route = AccessRoute.CONTINUING;

    @Nullable
    String provider = CENTRE;

    @Nullable
    LocalDate startedOn = LocalDate.of(2026, 9, 1);

    @Nullable
    LocalDate endedOn = LocalDate.of(2027, 2, 26);

    @Nullable
    LocalDate admissibleSince = null;

    List<Period> agreements = List.of();
    Set<String> blocks = Set.of();
    boolean title = false;
    Set<String> outcomes = Set.of();
    List<EarlierAttempt> attempts = List.of();
    List<Ban> bans = List.of();
    boolean enrolled = false;

    Applicant block(String code) {
        type = SessionType.CCP;
        target = code;
        return this;
    }

    Applicant on(String day) {
        startsOn = LocalDate.parse(day);
        endsOn = startsOn;
        return this;
    }

    /** Title sessions that failed on these days, notified ten days later. */
    Applicant failed(String... days) {
        attempts = java.util.Arrays.stream(days)
                .map(LocalDate::parse)
                .map(d -> new EarlierAttempt(SessionType.TITLE, null, d, d.plusDays(10), false))
                .toList();
        return this;
    }

    Applicant untrained() {
        provider = null;
        startedOn = null;
        endedOn = null;
        return this;
    }

    Applicant byExperience(@Nullable String since) {
        route = AccessRoute.EXPERIENCE;
        untrained();
        admissibleSince = since == null ? null : LocalDate.parse(since);
        return this;
    }

    Candidature build() {
        return new Candidature(
                type,
                target,
                startsOn,
                endsOn,
                CENTRE,
                certification,
                route,
                provider,
                startedOn,
                endedOn,
                admissibleSince,
                agreements,
                blocks,
                title,
                outcomes,
                attempts,
                bans,
                enrolled);
    }
}
