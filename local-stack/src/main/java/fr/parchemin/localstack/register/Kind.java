package fr.parchemin.localstack.register;

/** The two registers. */
enum Kind {
    RNCP,
    RS;

    /** The only record that the product ships. */
    private static final int SHIPPED = 37_722;

    /** Number of the record at this place; numbers rise with gaps, as the published ones do. */
    int number(int index) {
        if (this == RS) {
            return 101 + index + index / 2;
        }
        int number = (int) (100 + index * 8L / 5);
        // No other index comes to the number below it, nor any to RNCP35313, which the shipped record names.
        return number == SHIPPED ? SHIPPED - 1 : number;
    }

    /** A number that no record has. */
    int absentNumber(int index) {
        return number(index) / 8 * 8 + (this == RS ? 700_000 : 6);
    }
}
