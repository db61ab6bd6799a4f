package fr.parchemin.localstack.register;

/**
 * An invented body, known by its place in a list without end.
 *
 * @param siret 14 digits as a number; the check holds unless {@code broken}
 */
record Organisation(int index, long siret, boolean broken) {

    private static final Words BODY = Words.of("body");
    private static final Words TRADE = Words.of("trade");
    private static final Words PLACE = Words.of("place");
    private static final Words ENDING = Words.of("ending");

    static Organisation of(int index) {
        // Odd, so that different places give different SIREN; some begin with a zero.
        long siren = withCheck((index * 7919L + 4_000_003) % 100_000_000, 8);
        long siret = withCheck(siren * 10_000 + 1 + index % 7, 13);
        boolean broken = index % 1499 == 1498;
        return new Organisation(index, broken ? siret ^ 1 : siret, broken);
    }

    /** What a feed shows of it: 14 digits, save some that lost their leading zeros. */
    void siret(Bytes out) {
        if (index % 9973 == 9972) {
            out.put("MONACO").padded(index, 8);
        } else if (siret < 10_000_000_000_000L && index % 5 == 0) {
            out.padded(siret, 13);
        } else {
            out.padded(siret, 14);
        }
    }

    /** Its name as it is, with {@code &} and both apostrophes. */
    void name(Bytes out) {
        Draw draw = Draw.of(index, 77);
        out.put(BODY.any(draw)).put(' ').put(TRADE.any(draw)).put(' ').put('-').put(' ');
        out.put(PLACE.any(draw)).put(ENDING.any(draw));
        if (draw.chance(2000)) {
            out.put(' ').put(1 + draw.below(30));
        }
    }

    /** Appends the digit that makes the check of Luhn hold. */
    private static long withCheck(long number, int digits) {
        long rest = number;
        int sum = 0;
        for (int i = 0; i < digits; i++) {
            int digit = (int) (rest % 10);
            rest /= 10;
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return number * 10 + (10 - sum % 10) % 10;
    }
}
