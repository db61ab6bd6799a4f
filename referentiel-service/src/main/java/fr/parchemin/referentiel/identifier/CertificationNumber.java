package fr.parchemin.referentiel.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a certification in its register, such as {@code RNCP37722} or {@code RS5000}: unique in both registers
 * together and stable, which the technical id of the feed is not.
 */
public record CertificationNumber(String value) {

    /** What people may enter. */
    public static final String ENTRY = "(RNCP|RS)[1-9][0-9]{0,5}";

    private static final Pattern ENTERED = Pattern.compile(ENTRY);
    private static final Pattern IMPORTED = Pattern.compile("(RNCP|RS)[0-9]+");

    public CertificationNumber {
        if (!IMPORTED.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of RNCP or RS: " + value);
        }
    }

    /** Whether a person may enter this. */
    public static boolean isValid(String text) {
        return ENTERED.matcher(text).matches();
    }

    /** The number as a feed writes it; empty when it is none. */
    public static Optional<CertificationNumber> ofFeed(String raw) {
        String code = Normalised.code(raw);
        return IMPORTED.matcher(code).matches() ? Optional.of(new CertificationNumber(code)) : Optional.empty();
    }

    public Register register() {
        return value.startsWith("RNCP") ? Register.RNCP : Register.RS;
    }

    @Override
    public String toString() {
        return value;
    }
}
