package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.StoredJson;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON of {@link SheetView} out of the stored JSON of a sheet in one pass over its bytes. Nearly all of it is
 * copied; what the view computes is set in, and what the stored form omits is null. The
 * fields of both come in the order of their records. For one thread, any number of sheets.
 */
final class SheetJson {

    private enum Role {
        COPIED,
        /** Not stored, or other than stored. */
        REGISTER,
        ACTIVE,
        COMPETENCES,
        /** The last field: an object around what is stored as {@code other}. */
        SOURCE
    }

    private sealed interface Shape {}

    /** Copied as it is. */
    private record Raw() implements Shape {}

    private record Items(Shape item) implements Shape {}

    private record Fields(List<Field> fields) implements Shape {}

    /** An element of the feed, which has others inside. */
    private record Nested() implements Shape {}

    private record Field(byte[] name, byte[] label, Role role, Shape shape) {}

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final Shape RAW = new Raw();
    private static final Shape CODED = new Fields(raw("code", "label"));
    private static final List<Field> ELEMENT =
            List.of(field("name", RAW), field("text", RAW), field("children", new Items(new Nested())));
    private static final Fields SHEET = new Fields(List.of(
            field("number", RAW),
            field("register", Role.REGISTER, RAW),
            field("sheetId", RAW),
            field("title", RAW),
            field("abbreviation", CODED),
            field("state", RAW),
            field("active", Role.ACTIVE, RAW),
            field("level", new Fields(raw("code", "value", "label"))),
            field("registrationType", RAW),
            field(
                    "validity",
                    new Fields(raw(
                            "publishedOn",
                            "effectiveOn",
                            "decidedOn",
                            "lastOfficialJournalOn",
                            "registrationEndsOn",
                            "lastDeliveryOn"))),
            field("nsf", new Items(CODED)),
            field("formacodes", new Items(CODED)),
            field("rome", new Items(CODED)),
            field("idcc", new Items(CODED)),
            field(
                    "certifiers",
                    new Items(new Fields(raw("siret", "name", "tradeName", "website", "active", "stateChangedOn")))),
            field("objectives", RAW),
            field("activities", RAW),
            field("attestedCompetences", RAW),
            field("sectors", RAW),
            field("jobs", RAW),
            field("regulations", RAW),
            field("prerequisites", new Fields(raw("training", "certification"))),
            field(
                    "blocks",
                    new Items(new Fields(List.of(
                            field("code", RAW),
                            field("label", RAW),
                            field("competences", Role.COMPETENCES, RAW),
                            field("competencesText", RAW),
                            field("assessmentText", RAW),
                            field("trainingPrerequisites", RAW),
                            field("certificationPrerequisites", RAW))))),
            field(
                    "accessRoutes",
                    new Items(new Fields(List.of(
                            field("route", RAW),
                            field("open", RAW),
                            field("juryComposition", RAW),
                            field("changedOn", RAW))))),
            field(
                    "statistics",
                    new Items(new Fields(raw(
                            "year",
                            "certified",
                            "certifiedByVae",
                            "employmentRate6Months",
                            "targetJobRate6Months",
                            "targetJobRate2Years")))),
            field("predecessors", RAW),
            field("successors", RAW),
            field("correspondences", new Items(new Fields(raw("blocks", "otherNumber", "otherBlocks")))),
            field("newCaledonia", RAW),
            field("frenchPolynesia", RAW),
            new Field(bytes("other"), bytes("\"source\":"), Role.SOURCE, new Items(new Nested()))));

    private final JsonBytes out = new JsonBytes();
    private byte[] in = new byte[0];
    private int at;
    private @Nullable StoredCertification underWay;
    /** The code of the block under way, quotes included. */
    private int codeStart;

    private int codeEnd;

    /** The JSON of a sheet, until the next one is asked for. */
    JsonBytes of(StoredCertification of) {
        underWay = of;
        if (!write(of.sheetJson())) {
            // Stored when the record had its fields in another order.
            if (!write(StoredJson.write(of.sheet()).getBytes(StandardCharsets.UTF_8))) {
                throw new IllegalStateException("the view of a sheet is not in the order of the sheet");
            }
        }
        return out;
    }

    private boolean write(byte[] stored) {
        in = stored;
        at = 0;
        out.clear();
        return object(SHEET.fields());
    }

    private boolean value(Shape shape) {
        if (shape instanceof Raw || in[at] == 'n') {
            int start = at;
            skip();
            out.add(in, start, at);
            return true;
        }
        return switch (shape) {
            case Raw raw -> true;
            case Items items -> items(items.item());
            case Fields fields -> object(fields.fields());
            case Nested nested -> object(ELEMENT);
        };
    }

    private boolean items(Shape item) {
        out.add('[');
        at++;
        while (in[at] != ']') {
            if (in[at] == ',') {
                out.add(',');
                at++;
            }
            if (!value(item)) {
                return false;
            }
        }
        at++;
        out.add(']');
        return true;
    }

    private boolean object(List<Field> fields) {
        int opened = out.length();
        int next = 0;
        out.add('{');
        at++;
        while (in[at] != '}') {
            if (in[at] == ',') {
                at++;
            }
            int name = at + 1;
            skip();
            int found = find(fields, next, name, at - 1);
            at++;
            if (found < 0) {
                skip();
                continue;
            }
            if (found < next) {
                return false;
            }
            for (; next < found; next++) {
                absent(fields.get(next), opened);
            }
            if (!present(fields.get(found), opened)) {
                return false;
            }
            next++;
        }
        at++;
        for (; next < fields.size(); next++) {
            absent(fields.get(next), opened);
        }
        out.add('}');
        return true;
    }

    private boolean present(Field field, int opened) {
        switch (field.role()) {
            case COPIED -> {
                label(field, opened);
                int start = at;
                boolean ordered = value(field.shape());
                if (field.name().length == 4 && field.name()[0] == 'c') {
                    codeStart = start;
                    codeEnd = at;
                }
                return ordered;
            }
            case SOURCE -> {
                label(field, opened);
                out.add(certification().sourceJson());
                boolean ordered = value(field.shape());
                out.add('}');
                return ordered;
            }
            case REGISTER, ACTIVE, COMPETENCES -> {
                skip();
                absent(field, opened);
                return true;
            }
        }
        return true;
    }

    private void absent(Field field, int opened) {
        label(field, opened);
        switch (field.role()) {
            case REGISTER -> out.add(certification().number().startsWith("RNCP") ? "\"RNCP\"" : "\"RS\"");
            case ACTIVE -> out.add(String.valueOf(certification().active()));
            case COMPETENCES -> out.add(certification().competencesJson(in, codeStart, codeEnd));
            case SOURCE -> out.add(certification().sourceJson() + "[]}");
            case COPIED -> out.add(field.shape() instanceof Items ? "[]" : "null");
        }
    }

    private StoredCertification certification() {
        return Objects.requireNonNull(underWay);
    }

    private void label(Field field, int opened) {
        if (out.length() > opened + 1) {
            out.add(',');
        }
        out.add(field.label());
    }

    /** Index of the field of a name, looked for from the expected one on; -1 for one that the view does not know. */
    private int find(List<Field> fields, int expected, int start, int end) {
        for (int i = 0; i < fields.size(); i++) {
            int index = (expected + i) % fields.size();
            byte[] name = fields.get(index).name();
            if (name.length == end - start && Arrays.equals(name, 0, name.length, in, start, end)) {
                return index;
            }
        }
        return -1;
    }

    /** To the end of the value that begins here. */
    private void skip() {
        int depth = 0;
        do {
            switch (in[at]) {
                case '"' -> skipText();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':' -> at++;
                default -> {
                    while (in[at] != ',' && in[at] != '}' && in[at] != ']') {
                        at++;
                    }
                }
            }
        } while (depth > 0);
    }

    private void skipText() {
        int i = at + 1;
        while (true) {
            // Long texts without anything special go by eight bytes at a time.
            while (i + Long.BYTES <= in.length && !endsOrEscapes((long) EIGHT_BYTES.get(in, i))) {
                i += Long.BYTES;
            }
            if (in[i] == '"') {
                at = i + 1;
                return;
            }
            i += in[i] == '\\' ? 2 : 1;
        }
    }

    /** Whether one of the bytes is a quote or a backslash: what differs from it in no bit is 0, and borrows. */
    private static boolean endsOrEscapes(long eight) {
        long quote = eight ^ ('"' * ONES);
        long backslash = eight ^ ('\\' * ONES);
        return (((quote - ONES) & ~quote | (backslash - ONES) & ~backslash) & HIGH_BITS) != 0;
    }

    private static List<Field> raw(String... names) {
        return Arrays.stream(names).map(name -> field(name, RAW)).toList();
    }

    private static Field field(String name, Shape shape) {
        return field(name, Role.COPIED, shape);
    }

    private static Field field(String name, Role role, Shape shape) {
        return new Field(bytes(name), bytes('"' + name + "\":"), role, shape);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
