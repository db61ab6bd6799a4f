package fr.parchemin.results.credential;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.results.award.Award;
import fr.parchemin.results.award.ReadAwards;
import fr.parchemin.results.proof.Contexts;
import fr.parchemin.results.proof.DataIntegrity;
import fr.parchemin.results.proof.StrictJson;
import fr.parchemin.results.proof.VcJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Which credentials are revoked, published so that nobody learns which one somebody else looks up: a W3C Bitstring Status
 * List, one bit a credential, itself a signed credential without anything personal in it.
 */
@ApplicationScoped
public class StatusLists {

    /** Bits in a list: the least that the standard lets a herd be. */
    static final int SIZE = 131_072;

    private final CredentialRepository credentials;
    private final ReadAwards awards;
    private final KeepKeys keys;
    private final Issuer issuer;
    private final Clock clock;
    private final ConcurrentHashMap<Integer, Signed> signed = new ConcurrentHashMap<>();

    StatusLists(CredentialRepository credentials, ReadAwards awards, KeepKeys keys, Issuer issuer, Clock clock) {
        this.credentials = credentials;
        this.awards = awards;
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A list as it was signed, and what that depends on. */
    private record Signed(List<Integer> revoked, String keyId, Instant hour, String document, String token) {}

    /** With a Data Integrity proof. */
    @Transactional
    String document(int list) {
        return signed(list).document();
    }

    /** As a JSON Web Token. */
    @Transactional
    String token(int list) {
        return signed(list).token();
    }

    /** Signed once an hour, when something changed, and under each new key: asking often costs no signature. */
    private Signed signed(int list) {
        if (list != 1 && !credentials.hasList(list)) {
            throw ProblemException.notFound("status list", list);
        }
        List<Integer> revoked = credentials.revoked(list);
        KeepKeys.Active active = keys.active();
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Signed known = signed.get(list);
        if (known != null
                && known.revoked().equals(revoked)
                && known.keyId().equals(active.key().id())
                && known.hour().equals(hour)) {
            return known;
        }
        ObjectNode document = document(list, revoked, hour);
        Signed now = new Signed(
                revoked,
                active.key().id(),
                hour,
                DataIntegrity.sign(document, active.key(), clock.instant()).toString(),
                VcJwt.sign(document, active.key()));
        signed.put(list, now);
        return now;
    }

    private ObjectNode document(int list, List<Integer> revoked, Instant hour) {
        String url = issuer.statusList(list);
        ObjectNode document = StrictJson.object();
        document.putArray("@context").add(Contexts.CREDENTIALS);
        document.put("id", url);
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", issuer.did());
        document.put("validFrom", hour.toString());
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", url + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", "revocation");
        subject.put("encodedList", encode(revoked));
        return document;
    }

    /** Multibase base64url of the GZIP of the bits, the first bit being the highest of the first byte. */
    static String encode(List<Integer> revoked) {
        byte[] bits = new byte[SIZE / 8];
        for (int index : revoked) {
            bits[index / 8] |= (byte) (0x80 >> index % 8);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /**
     * The award of the credential at a place of one of our lists, empty when there is none.
     *
     * @param list address of the list
     */
    @Transactional
    public Optional<Award> awardAt(String list, String index) {
        String head = issuer.url("/v1/credentials/status/");
        if (!list.startsWith(head)
                || !list.substring(head.length()).matches("[1-9]\\d{0,5}")
                || !index.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        return credentials
                .at(Integer.parseInt(list.substring(head.length())), Integer.parseInt(index))
                .flatMap(c -> awards.shown(c.awardNumber()));
    }
}
