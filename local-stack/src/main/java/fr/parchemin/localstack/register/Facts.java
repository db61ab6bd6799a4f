package fr.parchemin.localstack.register;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The short values of a record, the same in XML and CSV. Days are counted since 1970-01-01, 0 for none.
 *
 * @param agreements collective agreements, which few records name
 */
record Facts(
        Outline outline,
        @Nullable Coded abbreviation,
        List<Coded> nsf,
        List<Coded> formacodes,
        List<Coded> rome,
        List<Coded> agreements,
        Links links,
        int openRoutes,
        int journal,
        int decision,
        int effect,
        int end,
        int lastAward) {

    /** Access routes in the order of the feed; bit i of {@code openRoutes} is the route at i. */
    static final List<String> ROUTES = List.of("FI", "CA", "FC", "CQ", "CL", "VAE");

    private static final Coded[] ABBREVIATION = Coded.list("abbreviation");
    private static final Coded[] NSF = Coded.list("nsf");
    private static final Coded[] FORMACODE = Coded.list("formacode");
    private static final Coded[] ROME = Coded.list("rome");
    private static final Coded[] AGREEMENT = Coded.list("agreement");

    /** @param today day 0 of the register */
    static Facts of(Outline outline, int today) {
        Draw draw = outline.draw(60);
        boolean abbreviated = outline.kind() == Kind.RNCP && draw.chance(outline.onRequest() ? 1_500 : 9_000);
        int end = outline.active()
                ? today + 40 + draw.below(1_700)
                : today - 1 - draw.below(Math.max(1, 4_000 - outline.number() / 16));
        int begin = end - 365 * draw.between(1, 5);
        boolean endUnknown = !outline.active() && !outline.onRequest() && draw.chance(3_000);
        if (outline.closedOn() > 0) {
            end = today + outline.closedOn() - 1;
        }
        return new Facts(
                outline,
                abbreviated ? ABBREVIATION[draw.below(ABBREVIATION.length)] : null,
                some(NSF, draw, draw.below(4)),
                some(FORMACODE, draw, draw.below(6)),
                some(ROME, draw, draw.below(6)),
                draw.chance(66) ? some(AGREEMENT, draw, draw.between(1, 3)) : List.of(),
                Links.of(outline),
                openRoutes(outline, draw),
                begin - 20,
                outline.onRequest() ? begin - 30 : 0,
                !outline.onRequest() && draw.chance(8_000) ? begin : 0,
                endUnknown ? 0 : end,
                endUnknown || draw.chance(4_000) ? 0 : end + 365 * 2);
    }

    boolean isOpen(int route) {
        return (openRoutes >> route & 1) != 0;
    }

    private static int openRoutes(Outline outline, Draw draw) {
        if (outline.kind() == Kind.RS) {
            return draw.next() > 0 ? 0b010100 : 0b000100;
        }
        int open = 0;
        for (int i = 0; i < ROUTES.size(); i++) {
            open |= draw.chance(i == 5 ? 8_500 : i == 2 ? 9_000 : 5_500) ? 1 << i : 0;
        }
        return open;
    }

    private static List<Coded> some(Coded[] all, Draw draw, int number) {
        List<Coded> some = new ArrayList<>(number);
        int first = draw.below(all.length);
        for (int i = 0; i < number; i++) {
            some.add(all[(first + 5 * i) % all.length]);
        }
        return some;
    }
}
