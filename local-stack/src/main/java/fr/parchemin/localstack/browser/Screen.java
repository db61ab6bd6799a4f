package fr.parchemin.localstack.browser;

/**
 * What a page is shown on.
 *
 * @param width of the window in CSS pixels
 * @param height of the window in CSS pixels
 * @param dark whether its owner prefers dark colours
 */
public record Screen(int width, int height, boolean dark) {

    /** An ordinary window. */
    public static Screen desktop() {
        return new Screen(1280, 900, false);
    }

    /** A small phone, held upright. */
    public static Screen phone() {
        return new Screen(360, 780, false);
    }

    /** The same for somebody who prefers dark colours. */
    public Screen inTheDark() {
        return new Screen(width, height, true);
    }
}
