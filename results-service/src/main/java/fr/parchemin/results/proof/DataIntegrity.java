package fr.parchemin.results.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The proof inside a credential: W3C Data Integrity with the cryptosuite {@code eddsa-rdfc-2022}. */
public final class DataIntegrity {

    private static final String SUITE = "eddsa-rdfc-2022";
    private static final String PROOF = "proof";
    private static final String CONTEXT = "@context";

    private DataIntegrity() {}

    /** The document with its proof. The same document, key and instant give the same bytes. */
    public static ObjectNode sign(ObjectNode document, SigningKey key, Instant created) {
        ObjectNode proof = document.objectNode();
        proof.put("type", "DataIntegrityProof");
        proof.put("cryptosuite", SUITE);
        proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        proof.put("verificationMethod", key.id());
        proof.put("proofPurpose", "assertionMethod");
        try {
            byte[] signature = Ed25519.sign(toSign(document, proof), key.key());
            proof.put("proofValue", Multibase.encode(signature));
        } catch (MalformedException e) {
            throw new IllegalStateException("what is issued here cannot be signed: " + e.getMessage(), e);
        }
        ObjectNode signed = document.deepCopy();
        signed.set(PROOF, proof);
        return signed;
    }

    /** The address of the key that the proof names, once the proof has the right shape. */
    public static String keyOf(ObjectNode signed) throws MalformedException {
        ObjectNode proof = proofOf(signed);
        requireText(proof, "type", "DataIntegrityProof");
        requireText(proof, "cryptosuite", SUITE);
        requireText(proof, "proofPurpose", "assertionMethod");
        return text(proof, "verificationMethod");
    }

    /** Whether the proof is of exactly this content by the holder of this key. */
    public static boolean verify(ObjectNode signed, PublicKey key) throws MalformedException {
        ObjectNode proof = proofOf(signed).deepCopy();
        byte[] signature = Multibase.decode(text(proof, "proofValue"));
        proof.remove("proofValue");
        ObjectNode document = signed.deepCopy();
        document.remove(PROOF);
        return Ed25519.verify(toSign(document, proof), signature, key);
    }

    private static byte[] toSign(ObjectNode document, ObjectNode proof) throws MalformedException {
        ObjectNode options = proof.deepCopy();
        options.set(CONTEXT, document.path(CONTEXT));
        byte[] ofProof = Canonical.hash(options);
        byte[] ofDocument = Canonical.hash(document);
        byte[] both = new byte[ofProof.length + ofDocument.length];
        System.arraycopy(ofProof, 0, both, 0, ofProof.length);
        System.arraycopy(ofDocument, 0, both, ofProof.length, ofDocument.length);
        return both;
    }

    private static ObjectNode proofOf(ObjectNode signed) throws MalformedException {
        if (signed.path(PROOF) instanceof ObjectNode proof) {
            // Where a proof brings its own context, it must be the document's.
            JsonNode context = proof.path(CONTEXT);
            if (context.isMissingNode() || context.equals(signed.path(CONTEXT))) {
                return proof;
            }
        }
        throw new MalformedException("it has no single Data Integrity proof under \"proof\"");
    }

    private static void requireText(ObjectNode proof, String name, String expected) throws MalformedException {
        if (!text(proof, name).equals(expected)) {
            throw new MalformedException("its proof's " + name + " is not " + expected + ", the only one known here");
        }
    }

    private static String text(ObjectNode proof, String name) throws MalformedException {
        JsonNode value = proof.path(name);
        if (!value.isTextual()) {
            throw new MalformedException("its proof has no " + name);
        }
        return value.textValue();
    }
}
