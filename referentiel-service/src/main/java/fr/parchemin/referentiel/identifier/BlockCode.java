package fr.parchemin.referentiel.identifier;

import java.util.regex.Pattern;

/**
 * Code of a block of competences, such as {@code RNCP37722BC01}. The registers hold other codes too ({@code 01} in two
 * records), so a block is known by number and code together, never by its code alone.
 */
public final class BlockCode {

    private static final Pattern SHAPE = Pattern.compile("RNCP[0-9]+BC[0-9]{2}");

    private BlockCode() {}

    /** Whether the code has the official shape. */
    public static boolean isValid(String code) {
        return SHAPE.matcher(code).matches();
    }

    /** Whether the code has the official shape and belongs to the certification. */
    public static boolean isValid(String code, CertificationNumber certification) {
        return isValid(code) && code.startsWith(certification.value() + "BC");
    }

    /**
     * Code of one competence of a block: our own, because the registers give none.
     *
     * @param rank place in the block, from 1
     */
    public static String ofCompetence(String blockCode, int rank) {
        return blockCode + "-C" + rank;
    }
}
