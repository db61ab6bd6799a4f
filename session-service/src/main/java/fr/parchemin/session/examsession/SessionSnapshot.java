package fr.parchemin.session.examsession;

import fr.parchemin.session.centre.Place;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The session as every event of the topic carries it, as it is after the fact. */
public record SessionSnapshot(
        UUID id,
        SessionType type,
        String certificationNumber,
        @Nullable String blockCode,
        int planVersion,
        UUID centreId,
        String centreSiret,
        String centreName,
        UUID siteId,
        String siteName,
        String siteCity,
        String sitePostalCode,
        String siteInseeCode,
        String timeZone,
        LocalDate startsOn,
        LocalDate endsOn,
        String manager,
        boolean withFinalInterview,
        boolean remote,
        @Nullable String ceresNumber,
        SessionState state) {

    static SessionSnapshot of(ExamSession s, Place place) {
        return new SessionSnapshot(
                s.id(),
                s.type(),
                s.certificationNumber(),
                s.blockCode(),
                Objects.requireNonNull(s.planVersion()),
                s.centreId(),
                s.centreSiret(),
                place.centreName(),
                s.siteId(),
                place.siteName(),
                place.siteCity(),
                place.sitePostalCode(),
                place.siteInseeCode(),
                s.timeZone(),
                s.startsOn(),
                s.endsOn(),
                s.manager(),
                s.withFinalInterview(),
                s.remote(),
                s.ceresNumber(),
                s.state());
    }
}
