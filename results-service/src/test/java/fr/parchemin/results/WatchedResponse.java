package fr.parchemin.results;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a download has written, and whether it was closed, which ends a response as a whole one. */
public final class WatchedResponse extends ByteArrayOutputStream {

    private boolean closed;

    @Override
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }

    public String text() {
        return toString(StandardCharsets.UTF_8);
    }
}
