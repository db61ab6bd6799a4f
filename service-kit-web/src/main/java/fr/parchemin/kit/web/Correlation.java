package fr.parchemin.kit.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logmanager.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The thread that ties a request, its log lines and its events together: a W3C Trace Context {@code traceparent}. It
 * comes in with the request or the event, or is begun here, and goes out with every event.
 */
public final class Correlation {

    /** Name of the HTTP header, of the Kafka header and of the CloudEvents extension. */
    public static final String TRACEPARENT = "traceparent";

    private static final String TRACE_ID = "traceId";
    private static final Pattern WELL_FORMED = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    /** Continues the trace named by {@code traceparent}, or begins one when it is absent or malformed. */
    public static void begin(@Nullable String traceparent) {
        String value = traceparent != null && WELL_FORMED.matcher(traceparent).matches() ? traceparent : fresh();
        MDC.put(TRACEPARENT, value);
        MDC.put(TRACE_ID, value.substring(3, 35));
    }

    /** The trace of the work under way, or null outside any. */
    public static @Nullable String traceparent() {
        return MDC.get(TRACEPARENT);
    }

    /** The 32 hexadecimal digits that people quote, or null outside any trace. */
    public static @Nullable String traceId() {
        return MDC.get(TRACE_ID);
    }

    /** Forgets the trace; call it where a thread ends its piece of work. */
    public static void end() {
        MDC.remove(TRACEPARENT);
        MDC.remove(TRACE_ID);
    }

    private static String fresh() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
