package fr.parchemin.localstack.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * An invented candidate. The birth name says so, wherever it is shown.
 *
 * @param birthPlaceInsee commune of birth, code officiel géographique
 */
public record Person(
        String externalRef,
        String birthName,
        List<String> firstNames,
        String sex,
        LocalDate bornOn,
        String birthPlaceInsee,
        String birthPlaceLabel,
        String postalCode) {

    private static final String INVENTED = "Fictif";
    private static final String[] SYLLABLES = {
        "ba", "be", "bi", "bo", "bu", "da", "de", "di", "do", "du", "fa", "fe", "fi", "fo", "fu", "la", "le", "li",
                "lo",
        "lu", "ma", "me", "mi", "mo", "mu", "na", "ne", "ni", "no", "nu", "ra", "re", "ri", "ro", "ru", "sa", "se",
                "si",
        "so", "su", "ta", "te", "ti", "to", "tu", "va", "ve", "vi", "vo", "vu"
    };

    /** First of the demonstration: able in everything. */
    public static Person alpha(String run) {
        return invented(run, "Alpha", "F", LocalDate.of(1996, 3, 14), "35238", "Rennes", "35000");
    }

    /** Second: comes without the certificate at first. */
    public static Person beta(String run) {
        return invented(run, "Bêta", "M", LocalDate.of(1988, 11, 2), "97411", "Saint-Denis", "97400");
    }

    /** Third: does not come. */
    public static Person gamma(String run) {
        return invented(run, "Gamma", "F", LocalDate.of(2001, 7, 30), "2A004", "Ajaccio", "20000");
    }

    /**
     * Somebody new.
     *
     * @param run what sets the run apart from others: it makes the external reference and the second first name unique
     */
    public static Person invented(
            String run, String firstName, String sex, LocalDate bornOn, String insee, String place, String postalCode) {
        return new Person(
                externalRef(run, firstName),
                INVENTED,
                List.of(firstName, spoken(run)),
                sex,
                bornOn,
                insee,
                place,
                postalCode);
    }

    static String externalRef(String run, String firstName) {
        return "DEMO-" + run + "-"
                + firstName.toUpperCase(java.util.Locale.ROOT).replace('Ê', 'E');
    }

    /** Name as the table shows it. */
    public String name() {
        return birthName + " " + String.join(" ", firstNames);
    }

    /** A pronounceable name for any run: civil names have no digits. */
    public static String spoken(String run) {
        StringBuilder name = new StringBuilder();
        for (byte b : run.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            name.append(SYLLABLES[Math.floorMod(b - '0', SYLLABLES.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
