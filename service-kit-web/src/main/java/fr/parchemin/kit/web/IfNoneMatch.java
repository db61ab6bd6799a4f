package fr.parchemin.kit.web;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-None-Match} header: which version the caller of a read holds already, or, as {@code *} on a write, that
 * it must not replace anything.
 */
@Schema(
        type = SchemaType.STRING,
        properties = {},
        examples = "\"3f9c1a\"")
public record IfNoneMatch(String header) {

    /** Read by JAX-RS from the header. */
    public static IfNoneMatch valueOf(String header) {
        return new IfNoneMatch(header);
    }

    /** Whether the caller of a read holds this version. */
    public boolean names(String tag) {
        return Tags.matchesWeakly(header, tag);
    }

    /** 304 when the caller holds {@code tag}, otherwise 200 with the body and its tag. */
    public static Response respond(@Nullable IfNoneMatch ifNoneMatch, String tag, Supplier<?> body) {
        EntityTag entityTag = new EntityTag(tag);
        if (ifNoneMatch != null && ifNoneMatch.names(tag)) {
            return Response.notModified(entityTag).build();
        }
        return Response.ok(body.get()).tag(entityTag).build();
    }

    /**
     * Lets a write pass only when it replaces nothing that the caller wanted kept.
     *
     * @param ifNoneMatch the header, null when absent
     * @param current tag of what is recorded under the same key, null when there is nothing yet
     * @throws ProblemException 412 when the header names what is recorded
     */
    public static void require(@Nullable IfNoneMatch ifNoneMatch, @Nullable String current) {
        if (ifNoneMatch != null && current != null && ifNoneMatch.names(current)) {
            throw new ProblemException(CommonProblem.STALE, "Something is recorded here already.");
        }
    }
}
