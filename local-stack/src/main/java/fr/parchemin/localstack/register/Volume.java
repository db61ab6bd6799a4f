package fr.parchemin.localstack.register;

/**
 * How much of everything one register holds.
 *
 * @param sheets records, active or not
 * @param active records whose registration runs
 * @param blocks blocks of competences of all records
 * @param partners rows of partners of all records
 * @param certifiers rows of certifiers of all records, at least one each
 */
record Volume(int sheets, int active, int blocks, int partners, int certifiers) {

    /** Records of both registers as published on 16/08/2026. */
    static final int PUBLISHED = 30_475;

    private static final Volume RNCP = new Volume(25_638, 5_518, 55_761, 298_331, 60_290);
    private static final Volume RS = new Volume(4_837, 1_471, 0, 99_443, 5_577);

    /** Organisations among the partners, by distinct SIRET. */
    private static final int ORGANISATIONS = 34_036;

    /** The part of one register in so many records of both, in the published proportions. */
    static Volume of(Kind kind, int sheetsOfBoth) {
        Volume whole = kind == Kind.RNCP ? RNCP : RS;
        int rncp = share(RNCP.sheets, sheetsOfBoth);
        return new Volume(
                kind == Kind.RNCP ? rncp : sheetsOfBoth - rncp,
                share(whole.active, sheetsOfBoth),
                share(whole.blocks, sheetsOfBoth),
                share(whole.partners, sheetsOfBoth),
                share(whole.certifiers, sheetsOfBoth));
    }

    /** How many organisations the partners of so many records are drawn from. */
    static int organisations(int sheetsOfBoth) {
        return Math.max(100, share(ORGANISATIONS, sheetsOfBoth));
    }

    private static int share(int published, int sheetsOfBoth) {
        return (int) Math.round((double) published * sheetsOfBoth / PUBLISHED);
    }
}
