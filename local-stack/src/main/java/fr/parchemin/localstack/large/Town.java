package fr.parchemin.localstack.large;

/** Where there is an invented centre, and where invented people were born. */
enum Town {
    RENNES("Rennes", "35238", "35000", "Europe/Paris"),
    LILLE("Lille", "59350", "59000", "Europe/Paris"),
    LYON("Lyon", "69123", "69001", "Europe/Paris"),
    MARSEILLE("Marseille", "13055", "13001", "Europe/Paris"),
    BORDEAUX("Bordeaux", "33063", "33000", "Europe/Paris"),
    STRASBOURG("Strasbourg", "67482", "67000", "Europe/Paris"),
    TOULOUSE("Toulouse", "31555", "31000", "Europe/Paris"),
    NANTES("Nantes", "44109", "44000", "Europe/Paris"),
    PARIS("Paris", "75056", "75001", "Europe/Paris"),
    AJACCIO("Ajaccio", "2A004", "20000", "Europe/Paris"),
    SAINT_DENIS("Saint-Denis", "97411", "97400", "Indian/Reunion"),
    FORT_DE_FRANCE("Fort-de-France", "97209", "97200", "America/Martinique");

    private final String label;
    private final String insee;
    private final String postalCode;
    private final String timeZone;

    Town(String label, String insee, String postalCode, String timeZone) {
        this.label = label;
        this.insee = insee;
        this.postalCode = postalCode;
        this.timeZone = timeZone;
    }

    String label() {
        return label;
    }

    /** Code officiel géographique. */
    String insee() {
        return insee;
    }

    String postalCode() {
        return postalCode;
    }

    String timeZone() {
        return timeZone;
    }
}
