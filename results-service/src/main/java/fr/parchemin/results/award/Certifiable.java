package fr.parchemin.results.award;

import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.GrantedTitle;
import fr.parchemin.results.examsession.Identity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is made of, and there is nothing else (R112): what a validated record gave, or a title granted by
 * decision.
 */
sealed interface Certifiable {

    /** Id of the gain among what the candidate holds. */
    UUID id();

    UUID candidateId();

    Award.Kind kind();

    String certificationNumber();

    @Nullable
    String code();

    LocalDate on();

    /** The version of the identity that the certificate prints (R122). */
    int identityVersion();

    /** What a validated record gave. */
    record Examined(Acquisition acquisition) implements Certifiable {

        @Override
        public UUID id() {
            return acquisition.id();
        }

        @Override
        public UUID candidateId() {
            return acquisition.candidateId();
        }

        @Override
        public Award.Kind kind() {
            return Award.Kind.valueOf(acquisition.kind().name());
        }

        @Override
        public String certificationNumber() {
            return acquisition.certificationNumber();
        }

        @Override
        public @Nullable String code() {
            return acquisition.code();
        }

        @Override
        public LocalDate on() {
            return acquisition.obtainedOn();
        }

        @Override
        public int identityVersion() {
            return acquisition.identityVersion();
        }
    }

    /**
     * A title granted whole by decision.
     *
     * @param identity as it is known on the day the certificate is made: there was no exam to freeze it
     */
    record Granted(GrantedTitle grant, Identity identity) implements Certifiable {

        @Override
        public UUID id() {
            return grant.id();
        }

        @Override
        public UUID candidateId() {
            return grant.candidateId();
        }

        @Override
        public Award.Kind kind() {
            return Award.Kind.TITLE;
        }

        @Override
        public String certificationNumber() {
            return grant.certificationNumber();
        }

        @Override
        public @Nullable String code() {
            return null;
        }

        @Override
        public LocalDate on() {
            return grant.decidedOn();
        }

        @Override
        public int identityVersion() {
            return identity.version();
        }
    }
}
