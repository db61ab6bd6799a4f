package fr.parchemin.gateway.door;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute which tokens were found good, because checking a signature costs more than passing the request on.
 * Nothing is decided on it alone: the service verifies the token of every request again.
 */
final class VerifiedTokens {

    private static final long REMEMBERED_MILLIS = 60_000;
    private static final int MOST = 10_000;

    private final ConcurrentHashMap<String, Verified> tokens = new ConcurrentHashMap<>();
    private final LongSupplier millis;

    VerifiedTokens(LongSupplier millis) {
        this.millis = millis;
    }

    /** The client that the token was given to, or null when it must be verified (again). */
    @Nullable
    String clientOf(String token) {
        Verified verified = tokens.get(token);
        return verified != null && millis.getAsLong() < verified.until ? verified.client : null;
    }

    /**
     * Notes that a token is good.
     *
     * @param client whose it is
     * @param expiry when the token itself ends, in milliseconds
     */
    void remember(String token, String client, long expiry) {
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
        tokens.put(token, new Verified(client, Math.min(expiry, millis.getAsLong() + REMEMBERED_MILLIS)));
    }

    private record Verified(String client, long until) {}
}
