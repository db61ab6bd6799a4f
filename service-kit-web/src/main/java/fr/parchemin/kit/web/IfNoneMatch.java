package fr.parchemin.kit.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The {@code If-None-Match} header of a read: which version the caller holds already. */
@Schema(
        type = SchemaType.STRING,
        properties = {},
        examples = "\"3f9c1a\"")
public record IfNoneMatch(String header) {

    /** Read by JAX-RS from the header. */
    public static IfNoneMatch valueOf(String header) {
        return new IfNoneMatch(header);
    }

    /** 304 when the caller holds {@code tag}, otherwise 200 with the body and its tag. */
    public static Response respond(@Nullable IfNoneMatch ifNoneMatch, String tag, Supplier<?> body) {
        EntityTag entityTag = new EntityTag(tag);
        if (ifNoneMatch != null && Tags.matches(ifNoneMatch.header, tag)) {
            return Response.notModified(entityTag).build();
        }
        return Response.ok(body.get()).tag(entityTag).build();
    }
}
