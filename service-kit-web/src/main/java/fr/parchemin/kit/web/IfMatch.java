package fr.parchemin.kit.web;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of a write: which version the caller believes to change. */
@Schema(
        type = SchemaType.STRING,
        properties = {},
        examples = "\"3f9c1a\"")
public record IfMatch(String header) {

    /** Read by JAX-RS from the header. */
    public static IfMatch valueOf(String header) {
        return new IfMatch(header);
    }

    /**
     * Lets the write pass only when the caller saw the current version.
     *
     * @param ifMatch the header, null when absent
     * @param current tag of what is recorded, null when there is nothing yet
     * @throws ProblemException 428 without the header where something is recorded, 412 when it names another version or
     *     names one where there is none
     */
    public static void require(@Nullable IfMatch ifMatch, @Nullable String current) {
        if (current == null) {
            if (ifMatch != null) {
                throw new ProblemException(
                        CommonProblem.STALE, "Nothing is recorded here yet: send the request without If-Match.");
            }
            return;
        }
        if (ifMatch == null) {
            throw new ProblemException(
                    CommonProblem.PRECONDITION_REQUIRED, "Read the resource and send its ETag back in If-Match.");
        }
        if (!Tags.matchesStrongly(ifMatch.header, current)) {
            throw new ProblemException(CommonProblem.STALE, "Read the resource again, then decide.");
        }
    }
}
