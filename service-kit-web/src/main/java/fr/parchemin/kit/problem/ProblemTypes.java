package fr.parchemin.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document: every kind of problem that the service can answer with, as {@code x-problem-types}. So the
 * contract has them from the enums, and whoever holds the contract needs no code of the service.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemTypes implements OASFilter {

    /** Where the kinds stand in the document. */
    public static final String EXTENSION = "x-problem-types";

    private final IndexView index;

    public ProblemTypes(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        // An index has no order, and may hold a class twice.
        List<Map<String, Object>> kinds =
                index.getAllKnownImplementations(DotName.createSimple(ProblemKind.class.getName())).stream()
                        .map(kind -> kind.name().toString())
                        .sorted()
                        .distinct()
                        .flatMap(ProblemTypes::constantsOf)
                        .map(ProblemTypes::described)
                        .toList();
        document.addExtension(EXTENSION, kinds);
    }

    /** During the build the classes of the service are known to the loader of the thread alone. */
    private static Stream<ProblemKind> constantsOf(String enumName) {
        try {
            Class<?> kinds =
                    Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
            Object[] constants = Objects.requireNonNull(kinds.getEnumConstants(), enumName);
            return Arrays.stream(constants).map(ProblemKind.class::cast);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is the same in every answer of this kind. */
    private static Map<String, Object> described(ProblemKind kind) {
        ProblemDetails problem = ProblemDetails.of(kind, null, List.of(), null, null);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("type", problem.type());
        described.put("title", problem.title());
        described.put("status", problem.status());
        described.put("audience", problem.audience());
        described.put("retry", problem.retry());
        return described;
    }
}
