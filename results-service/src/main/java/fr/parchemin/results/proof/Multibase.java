package fr.parchemin.results.proof;

import java.math.BigInteger;

/** Bytes as text that people can carry without mistaking letters: Base58 (Bitcoin's alphabet) with its multibase letter z. */
final class Multibase {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    /** Longer than any key or signature: a text without end would take time without end. */
    private static final int LONGEST = 200;

    private Multibase() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            text.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append(ALPHABET.charAt(0));
        }
        return text.append('z').reverse().toString();
    }

    /**
     * The bytes of a text.
     *
     * @throws MalformedException when it is not Base58 with its letter
     */
    static byte[] decode(String text) throws MalformedException {
        if (text.length() > LONGEST || !text.startsWith("z")) {
            throw new MalformedException("a value is not base58-btc multibase");
        }
        BigInteger value = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 1; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new MalformedException("a value is not base58-btc multibase");
            }
            if (digit == 0 && value.signum() == 0) {
                zeros++;
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] digits = value.toByteArray();
        int sign = digits[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + digits.length - sign];
        System.arraycopy(digits, sign, bytes, zeros, digits.length - sign);
        return bytes;
    }
}
