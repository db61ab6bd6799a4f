package fr.parchemin.results.verification;

import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.AwardNumbers;
import fr.parchemin.results.award.ReadAwards;
import fr.parchemin.results.examsession.Identity;
import fr.parchemin.results.examsession.ReadIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Says whether an award is real. An unknown number, a wrong name and a wrong date get the same answer after the same
 * work: the two look-ups and one comparison of equal length are made in every case.
 */
@ApplicationScoped
class VerifyAward {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ReadAwards awards;
    private final ReadIdentity identities;

    VerifyAward(ReadAwards awards, ReadIdentity identities) {
        this.awards = awards;
        this.identities = identities;
    }

    @Transactional
    VerificationView verify(VerificationRequest request) {
        String number = AwardNumbers.normalise(request.number());
        Optional<Award> award = awards.shown(number);
        Optional<Identity> identity = identities.version(
                award.map(Award::candidateId).orElse(NOBODY),
                award.map(Award::identityVersion).orElse(0));
        byte[] claimed = digest(request.birthName() + '|' + request.bornOn());
        byte[] recorded =
                digest(identity.map(i -> i.birthName() + '|' + i.bornOn()).orElse("|"));
        boolean fits = MessageDigest.isEqual(claimed, recorded);
        return fits && award.isPresent() && identity.isPresent() && AwardNumbers.wellFormed(number)
                ? VerificationView.yes(award.get())
                : VerificationView.NO;
    }

    /**
     * Accents, case, blanks, hyphens and apostrophes are no part of the comparison, and Œ and Æ, which few keyboards have, are
     * two letters: people type names as they can.
     */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\p{Z}\\p{Pd}'’]", "")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain(text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
