package fr.parchemin.session.candidateimport;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of the file of candidates, in the order of the template. A header may use either name, in any order. */
enum Column {
    EXTERNAL_REF("reference_externe", "externalRef"),
    BIRTH_NAME("nom_naissance", "birthName"),
    USAGE_NAME("nom_usage", "usageName"),
    FIRST_NAMES("prenoms", "firstNames"),
    SEX("sexe", "sex"),
    BORN_ON("date_naissance", "bornOn"),
    BIRTH_PLACE_INSEE("code_insee_naissance", "birthPlace.inseeCode"),
    BIRTH_PLACE("lieu_naissance", "birthPlace.label"),
    BIRTH_COUNTRY("pays_naissance", "birthPlace.countryCode"),
    POSTAL_CODE("code_postal", "postalCode"),
    EMAIL("courriel", "email"),
    EMPLOYER_SIRET("siret_employeur", "employerSiret");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private final String french;
    private final String field;

    Column(String french, String field) {
        this.french = french;
        this.field = field;
    }

    /** The name in the template. */
    String french() {
        return french;
    }

    /** The field of the API that it fills, as a path with dots. */
    String field() {
        return field;
    }

    /** The column that a header means; case, accents, spaces and punctuation are set aside. */
    static Optional<Column> named(String header) {
        String plain = plain(header);
        return Arrays.stream(values())
                .filter(c -> plain(c.french).equals(plain) || plain(c.field).equals(plain))
                .findFirst();
    }

    /** The column that fills a field of the API. */
    static Optional<Column> of(String field) {
        return Arrays.stream(values()).filter(c -> c.field.equals(field)).findFirst();
    }

    private static String plain(String name) {
        String bare =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
