package fr.parchemin.localstack.imports;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How far an import is in one line: drawn over itself on a terminal, elsewhere once in a while. */
final class ProgressLine {

    private static final Duration CALM = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final long begun;
    private long printed;

    /** @param now as {@link System#nanoTime} */
    ProgressLine(PrintWriter out, boolean terminal, long now) {
        this.out = out;
        this.terminal = terminal;
        this.begun = now;
        this.printed = now;
    }

    /** Shows a state; one that ended without success leaves the words to the problem. */
    void show(ImportState state, long now) {
        boolean failed = state.hasEnded() && !state.isDone();
        if (terminal) {
            out.print("\r\u001b[2K" + (failed ? "" : text(state, Duration.ofNanos(now - begun))));
            if (state.isDone()) {
                out.println();
            }
            out.flush();
        } else if (state.isDone() || !failed && now - printed >= CALM.toNanos()) {
            printed = now;
            out.println(text(state, Duration.ofNanos(now - begun)));
            out.flush();
        }
    }

    /** {@code 12 340 records, 2 468 per second, 40 % of the file, 0 min 08 s left}. */
    static String text(ImportState state, Duration elapsed) {
        double seconds = Math.max(0.001, (state.hasEnded() ? state.length() : elapsed).toNanos() / 1e9);
        String line = String.format(
                Locale.ROOT,
                "%d records, %.0f per second, %.0f %% of the file",
                state.read(),
                state.read() / seconds,
                100 * state.share());
        if (state.hasEnded()) {
            return line + ", ended after %s".formatted(minutes(seconds));
        }
        return state.share() > 0.01
                ? line + ", %s left".formatted(minutes(seconds * (1 - state.share()) / state.share()))
                : line;
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
