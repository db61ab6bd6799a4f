package fr.parchemin.referentiel.identifier;

import java.util.regex.Pattern;

/** The public nomenclatures by which certifications are classified. Only the shape of a code can be checked. */
public enum Nomenclature {
    /** Training specialties: {@code 332t}, {@code 251}. */
    NSF("[0-9]{2,3}[a-z]?"),
    /** Training themes: {@code 44091}. */
    FORMACODE("[0-9]{5}"),
    /** Occupations: {@code K1204}. */
    ROME("[A-Z][0-9]{4}"),
    /** Collective agreements: {@code 1261}. */
    IDCC("[0-9]{4}");

    private final Pattern shape;

    Nomenclature(String shape) {
        this.shape = Pattern.compile(shape);
    }

    public boolean isValid(String code) {
        return shape.matcher(code).matches();
    }
}
