package fr.parchemin.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact that another service told.
 *
 * @param id CloudEvents id, the same each time the fact is delivered
 * @param type full type, {@code fr.parchemin.SessionDeclared.v1}
 * @param source {@code /parchemin/<service>}
 * @param subject id of the thing it is about
 * @param time when it was recorded
 * @param sequence grows with every fact under the same key of the same source
 * @param key record key
 * @param data JSON, null for a tombstone
 */
public record IncomingEvent(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        long sequence,
        String key,
        byte @Nullable [] data) {

    /** Unknown fields are skipped: a later minor version may add some. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Name and version without the prefix: {@code SessionDeclared.v1}. */
    public String name() {
        return type.startsWith("fr.parchemin.") ? type.substring("fr.parchemin.".length()) : type;
    }

    /** Whether the key is to be forgotten. */
    public boolean tombstone() {
        return data == null;
    }

    /**
     * The data as the receiver's own record.
     *
     * @throws PoisonException when it does not fit
     */
    public <T> T as(Class<T> type) {
        if (data == null) {
            throw new PoisonException("an event of type " + this.type + " has no data");
        }
        try {
            return JSON.readValue(data, type);
        } catch (IOException e) {
            // The parser's own words quote the data, which neither logs nor operators may see: the place has to do.
            throw new PoisonException("the data do not fit " + type.getSimpleName() + place(e));
        }
    }

    private static String place(IOException e) {
        if (e instanceof JsonMappingException m && !m.getPath().isEmpty()) {
            return m.getPath().stream()
                    .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                    .collect(Collectors.joining("/", " at /", ""));
        }
        return e instanceof JsonProcessingException p && p.getLocation() != null
                ? " at column " + p.getLocation().getColumnNr()
                : "";
    }
}
