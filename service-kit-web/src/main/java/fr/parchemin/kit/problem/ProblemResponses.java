package fr.parchemin.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Completes the OpenAPI document: an error answer for which nothing else is said has problem details as its body. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {

    @Override
    public @Nullable Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
            responses.forEach((status, response) -> {
                if (status.matches("[45]..") && response.getContent() == null && response.getRef() == null) {
                    response.setContent(OASFactory.createContent()
                            .addMediaType(
                                    ProblemDetails.MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
                }
            });
        }
        return operation;
    }
}
