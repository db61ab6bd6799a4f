package fr.parchemin.results.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) as the JDK has it, and the forms in which its public keys travel. */
public final class Ed25519 {

    private static final int KEY_LENGTH = 32;
    /** What comes before the 32 bytes of a public key in its X.509 form. */
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    /** Says "Ed25519 public key" in a Multikey. */
    private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

    private Ed25519() {}

    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** A private key from its PKCS #8 form. */
    public static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }

    /** A public key from its 32 bytes. */
    public static PublicKey publicKey(byte[] raw) {
        byte[] x509 = Arrays.copyOf(X509_HEAD, X509_HEAD.length + KEY_LENGTH);
        System.arraycopy(raw, 0, x509, X509_HEAD.length, KEY_LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /** The 32 bytes of a public key. */
    public static byte[] raw(PublicKey key) {
        byte[] x509 = key.getEncoded();
        return Arrays.copyOfRange(x509, x509.length - KEY_LENGTH, x509.length);
    }

    /** A public key as {@code publicKeyMultibase} of a Multikey writes it: {@code z6Mk…}. */
    public static String multikey(byte[] raw) {
        byte[] bytes = Arrays.copyOf(MULTICODEC, MULTICODEC.length + KEY_LENGTH);
        System.arraycopy(raw, 0, bytes, MULTICODEC.length, KEY_LENGTH);
        return Multibase.encode(bytes);
    }

    /** A public key as the {@code x} of a JSON Web Key (RFC 8037). */
    public static String jwkX(byte[] raw) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    static byte[] sign(byte[] data, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** Whether it is the signature of this key's holder over these bytes. */
    static boolean verify(byte[] data, byte[] signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // The JDK throws for bytes that are no signature at all.
            return false;
        }
    }
}
