package fr.parchemin.results.record;

import fr.parchemin.kit.transaction.OneMoment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chain of signed records: each link is a SHA-256 over the one before, over what was signed and over who signed it when,
 * so that a record changed behind the program's back breaks its own link and a record taken out breaks the next.
 */
@ApplicationScoped
public class ChainRecords {

    private static final String ORIGIN = "0".repeat(64);
    private static final int PAGE = 500;

    private final SessionRecordRepository records;
    private final SignatureRepository signatures;
    private final EntityManager entities;
    private final OneMoment moment;

    ChainRecords(
            SessionRecordRepository records, SignatureRepository signatures, EntityManager entities, OneMoment moment) {
        this.records = records;
        this.signatures = signatures;
        this.entities = entities;
        this.moment = moment;
    }

    /** The bytes of a link are the UTF-8 of these lines; hashes are lower-case hexadecimal. */
    static String canonical(long position, String previous, SessionRecord record, List<Signature> signatures) {
        StringBuilder text = new StringBuilder()
                .append("parchemin record link 1\n")
                .append("position ")
                .append(position)
                .append('\n')
                .append("previous ")
                .append(previous)
                .append('\n')
                .append("record ")
                .append(record.id())
                .append('\n')
                .append("session ")
                .append(record.sessionId())
                .append('\n')
                .append("corrects ")
                .append(record.corrects() == null ? "-" : record.corrects().toString())
                .append('\n')
                .append("reason ")
                .append(record.correctionReason() == null ? "-" : sha256(record.correctionReason()))
                .append('\n')
                .append("content ")
                .append(record.fingerprint())
                .append('\n');
        signatures.stream().sorted(Comparator.comparing(Signature::jurorId)).forEach(s -> text.append("signature ")
                .append(s.jurorId())
                .append(' ')
                .append(s.signedAt())
                .append('\n'));
        return text.toString();
    }

    /** Gives every record that is signed and not yet in the chain its link. */
    @Transactional(Transactional.TxType.MANDATORY)
    void append() {
        Head head = hold();
        List<SessionRecord> waiting = records.list(
                "chainPosition is null and state <> ?1 order by signedAt, draftedAt, id", SessionRecord.State.DRAFT);
        for (SessionRecord record : waiting) {
            long position = head.position() + 1;
            String hash =
                    sha256(canonical(position, head.hash(), record, signatures.list("key.recordId", record.id())));
            record.link(position, head.hash(), hash);
            head = new Head(position, hash);
        }
        entities.createNativeQuery("update chain_head set position = :position, hash = :hash where name = 'RECORD'")
                .setParameter("position", head.position())
                .setParameter("hash", head.hash())
                .executeUpdate();
    }

    /** Computes every link again, all as it stood at one moment: a chain that grows meanwhile is not a broken one. */
    @Transactional
    public RecordChainView verify() {
        moment.begin();
        Head head = head(false);
        long position = 0;
        String previous = ORIGIN;
        while (true) {
            List<SessionRecord> page = records.find("chainPosition > ?1 order by chainPosition", position)
                    .page(0, PAGE)
                    .list();
            if (page.isEmpty()) {
                break;
            }
            Map<UUID, List<Signature>> signed =
                    signatures
                            .list(
                                    "key.recordId in ?1",
                                    page.stream().map(SessionRecord::id).toList())
                            .stream()
                            .collect(Collectors.groupingBy(Signature::recordId));
            for (SessionRecord record : page) {
                String fault = fault(position + 1, previous, record, signed.getOrDefault(record.id(), List.of()));
                if (fault != null) {
                    return broken(position + 1, record.id(), fault, position, previous);
                }
                position++;
                previous = Objects.requireNonNull(record.chainHash());
            }
            entities.clear();
        }
        SessionRecord loose = records.find(
                        "chainPosition is null and state <> ?1 and signedAt is not null order by id",
                        SessionRecord.State.DRAFT)
                .firstResult();
        if (loose != null) {
            return broken(
                    position + 1,
                    loose.id(),
                    "The record is signed and has no place in the chain.",
                    position,
                    previous);
        }
        if (head.position() != position || !head.hash().equals(previous)) {
            return broken(
                    position + 1, null, "The chain once went on to link " + head.position() + ".", position, previous);
        }
        return new RecordChainView(true, position, previous, null);
    }

    private static RecordChainView broken(long at, @Nullable UUID record, String fault, long links, String lastGood) {
        return new RecordChainView(false, links, lastGood, new RecordChainView.Break(at, record, fault));
    }

    private static @Nullable String fault(
            long position, String previous, SessionRecord record, List<Signature> signatures) {
        if (!Objects.equals(record.chainPosition(), position)) {
            return "Link " + position + " is missing.";
        }
        if (!previous.equals(record.previousHash())) {
            return "It does not follow the link before.";
        }
        String content = record.content();
        if (content == null || !sha256(content).equals(record.fingerprint())) {
            return "The content is not what was signed.";
        }
        return sha256(canonical(position, previous, record, signatures)).equals(record.chainHash())
                ? null
                : "The hash is not that of the record and its signatures.";
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Head(long position, String hash) {}

    private Head hold() {
        return head(true);
    }

    private Head head(boolean forUpdate) {
        Object[] row =
                (Object[]) entities.createNativeQuery("select position, hash from chain_head where name = 'RECORD'"
                                + (forUpdate ? " for update" : ""))
                        .getSingleResult();
        return new Head(((Number) row[0]).longValue(), (String) row[1]);
    }
}
