package fr.parchemin.localstack;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line per part while the parts start or stop. On a terminal the lines stand still and their times run; elsewhere a line
 * is printed when its part is done.
 */
final class Progress implements AutoCloseable {

    private static final long TICK_MILLIS = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final @Nullable Thread ticker;
    private boolean drawn;
    private boolean closed;

    private static final class Line {
        private String word = "waiting";
        private long begun;
        private long ended;

        private String text(String name) {
            if (begun == 0) {
                return "  %-12s %s".formatted(name, word);
            }
            double seconds = ((ended == 0 ? System.nanoTime() : ended) - begun) / 1e9;
            return String.format(Locale.ROOT, "  %-12s %-9s %5.1f s", name, word, seconds);
        }
    }

    /**
     * @param terminal whether {@code out} is a screen on which lines can be drawn again
     * @param parts in the order of their lines
     */
    Progress(PrintStream out, boolean terminal, List<String> parts) {
        this.out = out;
        this.terminal = terminal;
        parts.forEach(p -> lines.put(p, new Line()));
        ticker = terminal ? Thread.ofVirtual().start(this::tick) : null;
    }

    /** A part begins to do something: "starting", "stopping". */
    synchronized void begin(String part, String word) {
        Line line = line(part);
        line.word = word;
        line.begun = System.nanoTime();
    }

    /** A part has done it: "ready", "stopped", "failed". */
    synchronized void end(String part, String word) {
        Line line = line(part);
        line.word = word;
        line.ended = System.nanoTime();
        if (!terminal && !closed) {
            out.println(line.text(part));
            out.flush();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (terminal) {
                draw();
            }
        }
        if (ticker != null) {
            ticker.interrupt();
        }
    }

    private Line line(String part) {
        return lines.computeIfAbsent(part, p -> new Line());
    }

    private void tick() {
        try {
            while (true) {
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    draw();
                }
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            // Closed: the last drawing is done.
            Thread.currentThread().interrupt();
        }
    }

    private void draw() {
        StringBuilder text = new StringBuilder();
        if (drawn) {
            text.append("\u001b[").append(lines.size()).append('A');
        }
        lines.forEach((name, line) ->
                text.append("\r\u001b[2K").append(line.text(name)).append('\n'));
        out.print(text);
        out.flush();
        drawn = true;
    }
}
