package fr.parchemin.localstack.register;

import org.jspecify.annotations.Nullable;

/** The rows of certifiers and partners of a record, the same in XML and CSV. */
final class Rows {

    private static final int PARTNERS = 70;
    private static final int STATES = 71;
    private static final int CERTIFIERS = 72;
    /** Certifiers are other bodies than partners. */
    private static final int FIRST_CERTIFIER = 60_000;

    /** What one may be accredited for, in the words of the feed. */
    static final String[] AUTHORISATIONS = {"HABILITATION_FORMER", "HABILITATION_ORGANISER", "HABILITATION_ORGA_FORM"};

    private final int organisations;

    /** @param organisations how many bodies the partners are drawn from */
    Rows(int organisations) {
        this.organisations = organisations;
    }

    /** Receives the partners of a record one by one. */
    interface PartnerSink {
        /**
         * @param siretKnown whether the feed has the SIRET
         * @param authorisation place in {@link #AUTHORISATIONS}
         * @param state place among {@code Actif}, {@code Inactif}, {@code Supprimé}
         * @param age days since it is accredited, counted back from day 0
         * @param stateAge days since it has its state
         */
        void accept(Organisation partner, boolean siretKnown, int authorisation, int state, int age, int stateAge);
    }

    /** Receives the certifiers of a record one by one. */
    interface CertifierSink {
        void accept(Organisation certifier, boolean siretKnown, boolean active);
    }

    /** Gives every partner of a record; one in a hundred has all three authorisations, each in a row of its own. */
    void partners(Outline outline, PartnerSink sink) {
        Draw draw = outline.draw(PARTNERS);
        Draw states = outline.draw(STATES + 1_000 * outline.partnerEdition());
        boolean runs = outline.runs();
        int place = draw.below(organisations);
        int row = 0;
        while (row < outline.partners()) {
            place = (place + 1 + draw.below(3)) % organisations;
            Organisation partner = Organisation.of(place);
            boolean siretKnown = !draw.chance(150);
            boolean all = draw.chance(100) && outline.partners() - row >= AUTHORISATIONS.length;
            int only = draw.below(10) < 6 ? 2 : draw.below(2);
            int age = draw.below(1_400);
            for (int a = 0; a < AUTHORISATIONS.length; a++) {
                if (all || a == only) {
                    int state = states.chance(700) ? 2 : runs || states.chance(5_500) ? 0 : 1;
                    int stateAge = row == 0 && outline.partnerEdition() > 0 ? -outline.partnerEdition() : age / 2;
                    sink.accept(partner, siretKnown, a, state, age, stateAge);
                    row++;
                }
            }
        }
    }

    /** Gives every certifier of a record. */
    static void certifiers(Outline outline, CertifierSink sink) {
        Draw draw = outline.draw(CERTIFIERS);
        int place = draw.below(3_000);
        for (int i = 0; i < outline.certifiers(); i++) {
            sink.accept(
                    Organisation.of(FIRST_CERTIFIER + (place + 7 * i) % 3_000), !draw.chance(3_100), !draw.chance(900));
        }
    }

    /** Label of a level, null for none. */
    static @Nullable String level(int level) {
        return level == 0 ? null : "NIV" + level;
    }
}
