package fr.parchemin.kit;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Gives ids. */
public final class Ids {

    private Ids() {}

    /** A new UUIDv7 (RFC 9562): unique anywhere, and growing with time, which keeps indexes compact. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
