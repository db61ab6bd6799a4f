package fr.parchemin.session.juror;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An accreditation as callers see it. */
@Schema(name = "Accreditation", description = "One juror, one certification, one period.")
public record AccreditationView(
        UUID id,
        int version,
        UUID jurorId,
        @Schema(examples = "RNCP37722") String certificationNumber,
        LocalDate validFrom,
        LocalDate validTo,
        int yearsInTrade,
        @Nullable LocalDate leftTradeOn) {

    static AccreditationView of(JurorAccreditation a) {
        return new AccreditationView(
                a.id(),
                a.version(),
                a.jurorId(),
                a.certificationNumber(),
                a.validFrom(),
                a.validTo(),
                a.yearsInTrade(),
                a.leftTradeOn());
    }
}
