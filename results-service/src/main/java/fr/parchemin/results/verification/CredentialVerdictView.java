package fr.parchemin.results.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.parchemin.results.award.Award;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a look at a credential found. */
@Schema(name = "CredentialVerdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialVerdictView(
        @Schema(
                description =
                        "VALID; TAMPERED: the content is not what was signed; EXPIRED: its time is over; NOT_YET_VALID: its time has not come; REVOKED: the award was withdrawn; UNKNOWN_KEY: not signed with a key of this issuer, or with one that is believed no longer; MALFORMED: it cannot be read as a credential.",
                examples = "VALID")
        Outcome outcome,

        @Schema(
                description = "The same in a plain sentence.",
                examples = "The credential is authentic and the award is in force.")
        String message,

        @Schema(description = "How it is signed; absent when it cannot be read.") @Nullable
        Form form,

        @Schema(description = "What it attests; only where the signature is right.") @Nullable
        Attested attested) {

    /** One word for what was found. */
    public enum Outcome {
        VALID,
        TAMPERED,
        EXPIRED,
        NOT_YET_VALID,
        REVOKED,
        UNKNOWN_KEY,
        MALFORMED
    }

    /** How a credential is signed. */
    public enum Form {
        DATA_INTEGRITY,
        VC_JWT
    }

    /** The award that an authentic credential is of. */
    @Schema(name = "AttestedAward")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attested(
            @Schema(examples = "PAR-2026-7K3MX9QD-F") String number,
            Award.Kind kind,
            @Schema(examples = "RNCP37722") String certificationNumber,
            String title,
            @Nullable String blockCode,
            LocalDate awardedOn,
            @Nullable LocalDate withdrawnOn) {

        static Attested of(Award award) {
            return new Attested(
                    award.number(),
                    award.kind(),
                    award.certificationNumber(),
                    award.title(),
                    award.blockCode(),
                    award.awardedOn(),
                    award.withdrawnOn());
        }
    }

    static CredentialVerdictView malformed(String why) {
        return new CredentialVerdictView(
                Outcome.MALFORMED, "This cannot be read as a credential: " + why + ".", null, null);
    }

    static CredentialVerdictView unknownKey(Form form) {
        return new CredentialVerdictView(
                Outcome.UNKNOWN_KEY,
                "It is not signed with a key of this issuer: it comes from somebody else, or its key is not known here.",
                form,
                null);
    }

    static CredentialVerdictView revokedKey(Form form, Instant since) {
        return new CredentialVerdictView(
                Outcome.UNKNOWN_KEY,
                "The key that signed it is believed no longer since " + since
                        + "; its holder can have the credential issued anew.",
                form,
                null);
    }

    static CredentialVerdictView tampered(Form form) {
        return new CredentialVerdictView(
                Outcome.TAMPERED,
                "Its content is not what was signed: something was changed, added or left out.",
                form,
                null);
    }

    static CredentialVerdictView expired(Form form, Instant since, @Nullable Award award) {
        return new CredentialVerdictView(
                Outcome.EXPIRED,
                "It was authentic, and its time was over on " + since + ".",
                form,
                award == null ? null : Attested.of(award));
    }

    static CredentialVerdictView notYetValid(Form form, Instant from, @Nullable Award award) {
        return new CredentialVerdictView(
                Outcome.NOT_YET_VALID,
                "It is authentic, and its time begins on " + from + ".",
                form,
                award == null ? null : Attested.of(award));
    }

    static CredentialVerdictView revoked(Form form, Award award) {
        return new CredentialVerdictView(
                Outcome.REVOKED,
                "It was authentic, and the award was withdrawn on " + award.withdrawnOn() + ".",
                form,
                Attested.of(award));
    }

    static CredentialVerdictView valid(Form form, Award award) {
        return new CredentialVerdictView(
                Outcome.VALID, "The credential is authentic and the award is in force.", form, Attested.of(award));
    }
}
