package fr.parchemin.localstack.large;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How far the set is: in place on a terminal, otherwise a line now and then. */
final class PlayedLine {

    private static final Duration CALM = Duration.ofSeconds(20);

    private final PrintWriter out;
    private final boolean terminal;
    private final int acts;
    private final int candidates;
    private final long begun = System.nanoTime();
    private final AtomicInteger actsDone = new AtomicInteger();
    private final AtomicInteger examined = new AtomicInteger();
    private long printed = begun;

    /**
     * @param acts everything that is to be done, weighted by the candidates that it concerns
     * @param candidates how many are going to be examined, each time counted
     */
    PlayedLine(PrintWriter out, boolean terminal, int acts, int candidates) {
        this.out = out;
        this.terminal = terminal;
        this.acts = acts;
        this.candidates = candidates;
    }

    void done(Plan.Session session, Plan.Act act) {
        actsDone.addAndGet(weight(session));
        if (act == Plan.Act.EXAMINE) {
            examined.addAndGet(session.seats().size());
        }
    }

    /** What an act of this session counts. */
    static int weight(Plan.Session session) {
        return 1 + session.seats().size();
    }

    /** Shows it. */
    void show(LocalDate day) {
        long now = System.nanoTime();
        if (terminal) {
            out.print("\r\u001b[2K" + text(day, Duration.ofNanos(now - begun)));
            out.flush();
        } else if (now - printed >= CALM.toNanos()) {
            printed = now;
            out.println(text(day, Duration.ofNanos(now - begun)));
            out.flush();
        }
    }

    /** Ends the line. */
    void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }

    int examined() {
        return examined.get();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String text(LocalDate day, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toNanos() / 1e9);
        double share = Math.max(0.0001, (double) actsDone.get() / Math.max(1, acts));
        long left = Math.round(seconds * (1 - share) / share);
        return String.format(
                Locale.ROOT,
                "%s  %d of %d candidates examined, %.1f per second, %d min %02d s left",
                day,
                examined.get(),
                candidates,
                examined.get() / seconds,
                left / 60,
                left % 60);
    }
}
