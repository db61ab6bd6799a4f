package fr.parchemin.referentiel.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the XML feed of France compétences into its records without parsing them, so that a record that came before in the
 * same bytes costs a digest and the others can be parsed side by side. Knows of XML what that takes: tags, CDATA, comments,
 * processing instructions. A document type is refused, so no entity can be declared; a file in another encoding than UTF-8 is
 * refused too.
 */
public final class RecordScanner {

    /** The largest record of a real export has some hundred kilobytes. */
    private static final int LONGEST_RECORD = 32 << 20;

    private static final int LONGEST_PROLOGUE = 64 << 10;
    private static final int CHUNK = 256 << 10;

    private static final byte[] CDATA = ascii("<![CDATA[");
    private static final byte[] CDATA_END = ascii("]]>");
    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] COMMENT_END = ascii("-->");
    private static final byte[] INSTRUCTION = ascii("<?");
    private static final byte[] INSTRUCTION_END = ascii("?>");
    private static final byte[] DECLARATION = ascii("<!");
    private static final byte[] FICHE = ascii("<FICHE");
    private static final byte[] FICHE_END = ascii("</FICHE");
    private static final byte[] FICHES = ascii("<FICHES");
    private static final byte[] FICHES_END = ascii("</FICHES");
    private static final byte[] TAG_END = ascii(">");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final InputStream in;
    private final SortedMap<String, Integer> unknownTags = new TreeMap<>();
    private byte[] buffer = new byte[2 * CHUNK];
    private int position;
    private int end;
    private int line = 1;
    private int countedUpTo;
    private boolean rootOpen;
    private boolean over;
    private @Nullable String version;

    /**
     * @param in the XML file, not closed here
     * @throws FeedException when it does not begin like a feed
     */
    public RecordScanner(InputStream in) {
        this.in = in;
        prologue();
    }

    /**
     * The next record, null after the last one.
     *
     * @throws FeedException when the file breaks off or is not well-formed between records
     */
    public @Nullable RawRecord next() {
        while (!over) {
            makeRoom();
            if (!seek((byte) '<')) {
                throw broken("the file breaks off");
            }
            if (at(COMMENT)) {
                skip(COMMENT.length, COMMENT_END);
            } else if (at(INSTRUCTION)) {
                skip(INSTRUCTION.length, INSTRUCTION_END);
            } else if (atTag(FICHES_END)) {
                over = true;
            } else if (atTag(FICHE)) {
                return record();
            } else if (at(DECLARATION)) {
                throw broken("a declaration where a record is expected");
            } else {
                other();
            }
        }
        return null;
    }

    /** Version that the feed says it has; null as long as it has not said so. */
    public @Nullable String version() {
        return version;
    }

    /** Elements beside the records that no known version of the feed has, with how often. */
    public Map<String, Integer> unknownTags() {
        return unknownTags;
    }

    private void prologue() {
        fill(4);
        if (end - position >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        } else if (end >= 2
                && (buffer[0] == (byte) 0xFE || buffer[0] == (byte) 0xFF || buffer[0] == 0 || buffer[1] == 0)) {
            throw broken("the feed must be in UTF-8");
        }
        while (!rootOpen) {
            if (!seek((byte) '<')) {
                throw broken("not a feed of France compétences: there is no element FICHES");
            }
            if (at(COMMENT)) {
                skip(COMMENT.length, COMMENT_END);
            } else if (at(INSTRUCTION)) {
                instruction();
            } else if (at(DECLARATION)) {
                throw broken("a feed has no document type");
            } else if (atTag(FICHES)) {
                skip(FICHES.length, TAG_END);
                rootOpen = true;
                over = buffer[position - 2] == '/';
            } else {
                throw broken("not a feed of France compétences: the root element is not FICHES");
            }
        }
    }

    private void instruction() {
        int begin = position;
        int to = find(begin + INSTRUCTION.length, INSTRUCTION_END, LONGEST_PROLOGUE);
        Matcher encoding = ENCODING.matcher(new String(buffer, position, to - position, StandardCharsets.US_ASCII));
        if (encoding.find() && !encoding.group(1).toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw broken("the feed must be in UTF-8, not in " + encoding.group(1));
        }
        position = to;
    }

    /** An element beside the records: the version of the feed, or something unknown, passed over whole. */
    private void other() {
        int nameEnd = position + 1;
        while (isName(nameEnd)) {
            nameEnd++;
        }
        String name = new String(buffer, position + 1, nameEnd - position - 1, StandardCharsets.UTF_8);
        if (name.isEmpty() || name.startsWith("/")) {
            throw broken("an end tag that nothing opened");
        }
        int open = find(nameEnd, TAG_END, LONGEST_PROLOGUE);
        boolean empty = buffer[open - 2] == '/';
        if (empty) {
            position = open;
        } else {
            int from = open - position;
            int to = find(open, ascii("</" + name + ">"), LONGEST_RECORD);
            if (name.equals("VERSION_FLUX")) {
                String text = new String(
                        buffer, position + from, to - name.length() - 3 - position - from, StandardCharsets.UTF_8);
                version = Texts.isBlank(text) ? null : Texts.trimmed(text);
            }
            position = to;
        }
        if (!name.equals("VERSION_FLUX")) {
            unknownTags.merge(name, 1, Integer::sum);
        }
    }

    private RawRecord record() {
        int beginsAt = line();
        int i = position + 1;
        while (true) {
            i = indexOf((byte) '<', i);
            if (i < 0) {
                throw broken("the file breaks off within a record");
            }
            need(i, CDATA.length);
            if (Bytes.startsWith(buffer, i, end, CDATA)) {
                i = find(i + CDATA.length, CDATA_END, LONGEST_RECORD);
            } else if (Bytes.startsWith(buffer, i, end, COMMENT)) {
                i = find(i + COMMENT.length, COMMENT_END, LONGEST_RECORD);
            } else if (isTag(i, FICHE_END)) {
                i = find(i + FICHE_END.length, TAG_END, LONGEST_PROLOGUE);
                byte[] bytes = Arrays.copyOfRange(buffer, position, i);
                position = i;
                return new RawRecord(beginsAt, bytes);
            } else if (isTag(i, FICHE)) {
                throw broken("a FICHE within a FICHE");
            } else {
                i++;
            }
        }
    }

    private void skip(int from, byte[] to) {
        position = find(position + from, to, LONGEST_RECORD);
    }

    /** Moves to the next such byte; false at the end of the file. */
    private boolean seek(byte wanted) {
        while (true) {
            int found = Bytes.indexOf(buffer, position, end, wanted);
            if (found >= 0) {
                position = found;
                need(found, CDATA.length);
                return true;
            }
            position = end;
            makeRoom();
            if (!more()) {
                return false;
            }
        }
    }

    private int indexOf(byte wanted, int from) {
        int i = from;
        while (true) {
            int found = Bytes.indexOf(buffer, i, end, wanted);
            if (found >= 0) {
                return found;
            }
            i = end;
            if (end - position > LONGEST_RECORD) {
                throw broken("a record of more than " + LONGEST_RECORD + " bytes");
            }
            if (!more()) {
                return -1;
            }
        }
    }

    /** Where the text after the next {@code wanted} begins. The bytes from the present position on stay in the buffer. */
    private int find(int from, byte[] wanted, int atMost) {
        int searched = from;
        while (true) {
            int found = Bytes.indexOf(buffer, searched, end, wanted);
            if (found >= 0) {
                return found + wanted.length;
            }
            searched = Math.max(from, end - wanted.length + 1);
            if (end - position > atMost || !more()) {
                throw broken("not well-formed: " + new String(wanted, StandardCharsets.US_ASCII)
                        + " is missing after what begins");
            }
        }
    }

    private boolean at(byte[] wanted) {
        return Bytes.startsWith(buffer, position, end, wanted);
    }

    private boolean atTag(byte[] wanted) {
        return isTag(position, wanted);
    }

    private boolean isTag(int from, byte[] wanted) {
        need(from, wanted.length + 1);
        return Bytes.startsWith(buffer, from, end, wanted)
                && (from + wanted.length == end || !isName(from + wanted.length));
    }

    private boolean isName(int at) {
        need(at, 1);
        if (at >= end) {
            return false;
        }
        byte b = buffer[at];
        return b != '>' && b != '/' && b != ' ' && b != '\n' && b != '\r' && b != '\t';
    }

    private void need(int from, int bytes) {
        while (end - from < bytes && more()) {
            // Until there are enough or the file ends.
        }
    }

    private void fill(int bytes) {
        need(position, bytes);
    }

    /** Drops what lies before the present position; every other index is void after it. */
    private void makeRoom() {
        if (position >= CHUNK) {
            count(position);
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
            countedUpTo = 0;
        }
    }

    private boolean more() {
        try {
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
            if (read > 0) {
                end += read;
            }
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int line() {
        count(position);
        return line;
    }

    private void count(int upTo) {
        if (upTo > countedUpTo) {
            line += Bytes.count(buffer, countedUpTo, upTo, (byte) '\n');
        }
        countedUpTo = Math.max(countedUpTo, upTo);
    }

    private FeedException broken(String what) {
        return new FeedException(what + " at line " + line());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
