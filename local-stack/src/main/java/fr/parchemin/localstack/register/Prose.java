package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

/** French texts from word lists. */
final class Prose {

    private static final Words VERB = Words.of("verb");
    private static final Words OBJECT = Words.of("object");
    private static final Words COMPLEMENT = Words.of("complement");
    private static final Words FIELD = Words.of("field");
    private static final Words HEAD = Words.of("head");
    private static final Words SPECIALITY = Words.of("speciality");
    private static final Words SKILL = Words.of("skill");
    private static final byte[] BULLET = "  • ".getBytes(UTF_8);
    private static final byte[] DASH = "- ".getBytes(UTF_8);
    private static final byte[] COMMA = ", ".getBytes(UTF_8);
    private static final byte[] BREAK = "<br />\n".getBytes(UTF_8);
    private static final byte[] SPACE_ENTITY = "&nbsp;: ".getBytes(UTF_8);

    private final Bytes out;

    Prose(Bytes out) {
        this.out = out;
    }

    /** Name of a certification; some are of a job, those of RS of a skill. */
    void title(Kind kind, Draw draw) {
        out.put((kind == Kind.RS ? SKILL : HEAD).any(draw)).put(' ').put(FIELD.any(draw));
        if (draw.chance(4000)) {
            out.put(COMMA).put(SPECIALITY.any(draw));
        }
    }

    /** Name of a block: what one does, shortly. */
    void task(Draw draw) {
        out.put(VERB.any(draw)).put(' ').put(OBJECT.any(draw));
        if (draw.chance(5000)) {
            out.put(' ').put(FIELD.any(draw));
        }
    }

    /** Sentences, several in a paragraph, until this many bytes are there. */
    void paragraphs(Draw draw, int length) {
        int until = out.size() + length;
        while (true) {
            sentence(draw);
            out.put('.');
            if (out.size() >= until) {
                return;
            }
            out.put(draw.chance(3000) ? '\n' : ' ');
        }
    }

    /** A list with bullets, dashes, numbers or plain lines, until this many bytes are there. */
    void list(Draw draw, int length) {
        int until = out.size() + length;
        int style = draw.below(4);
        boolean html = draw.chance(100);
        for (int number = 1; ; number++) {
            switch (style) {
                case 0 -> out.put(BULLET);
                case 1 -> out.put(DASH);
                case 2 -> out.put('C').put(number).put('.').put(' ');
                default -> {
                    // A line as it is.
                }
            }
            sentence(draw);
            if (out.size() >= until) {
                return;
            }
            if (html) {
                out.put(BREAK);
            } else {
                out.put('\n');
            }
        }
    }

    /** Some of a list of ready-made lines. */
    void some(Words lines, Draw draw, int number) {
        int first = draw.below(lines.size());
        for (int i = 0; i < number; i++) {
            if (i > 0) {
                out.put('\n');
            }
            out.put(lines.at(first + i));
        }
    }

    private void sentence(Draw draw) {
        out.put(VERB.any(draw)).put(' ').put(OBJECT.any(draw));
        if (draw.chance(3500)) {
            out.put(' ').put(FIELD.any(draw));
        }
        if (draw.chance(8000)) {
            out.put(COMMA).put(COMPLEMENT.any(draw));
        }
        if (draw.chance(10)) {
            out.put(SPACE_ENTITY).put(OBJECT.any(draw));
        }
    }
}
