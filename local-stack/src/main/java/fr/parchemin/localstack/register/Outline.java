package fr.parchemin.localstack.register;

/**
 * What is settled of a record before its texts are written.
 *
 * @param index its place in the register
 * @param key what all its chances come from
 * @param active whether its registration ran on day 0
 * @param level 3 to 8, 0 for none
 * @param onRequest registered on request, otherwise by law
 * @param textEdition how often its objectives were rewritten since day 0
 * @param partnerEdition how often the states of its partners were looked at again since day 0
 * @param closedOn day on which its registration stopped to run, 0 when it did not since day 0
 */
record Outline(
        Kind kind,
        int index,
        int number,
        long key,
        boolean active,
        int level,
        boolean onRequest,
        int blocks,
        int partners,
        int certifiers,
        int textEdition,
        int partnerEdition,
        int closedOn) {

    boolean runs() {
        return active && closedOn == 0;
    }

    /** Chances of one topic of this record. */
    Draw draw(int topic) {
        return Draw.of(key, topic);
    }
}
