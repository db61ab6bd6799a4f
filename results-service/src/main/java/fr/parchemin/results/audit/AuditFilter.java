package fr.parchemin.results.audit;

import fr.parchemin.kit.paging.Page;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Notes every read that was answered, before the answer leaves: what cannot be noted is not told. */
@Singleton
public final class AuditFilter {

    private static final int ANSWERED_BELOW = 400;

    private final AuditTrail trail;

    AuditFilter(AuditTrail trail) {
        this.trail = trail;
    }

    @ServerResponseFilter
    void note(
            ContainerRequestContext request, ContainerResponseContext response, @Nullable SimpleResourceInfo resource) {
        boolean read = request.getMethod().equals("GET")
                || request.getUriInfo().getPath().equals("/v1/verifications");
        if (!read
                || resource == null
                || resource.getResourceClass() == null
                || !resource.getResourceClass().getName().startsWith("fr.parchemin.results.")
                || response.getStatus() >= ANSWERED_BELOW) {
            return;
        }
        Map<String, Object> details = new TreeMap<>();
        request.getUriInfo().getPathParameters().forEach((name, values) -> details.put(name, values.getFirst()));
        request.getUriInfo().getQueryParameters().forEach((name, values) -> details.put(name, values.getFirst()));
        Collection<UUID> people = people(response.getEntity());
        if (!people.isEmpty()) {
            details.put("people", people);
        }
        String operation = operation(resource);
        trail.read(operation, "operation", subject(request, people), details);
    }

    /** The thing in the path, else whom or what was asked for, else the only person told of. */
    private static String subject(ContainerRequestContext request, Collection<UUID> people) {
        var path = request.getUriInfo().getPathParameters();
        for (String name : List.of("id", "number", "enrolmentId")) {
            if (path.containsKey(name)) {
                return path.getFirst(name);
            }
        }
        var query = request.getUriInfo().getQueryParameters();
        for (String name : List.of("candidateId", "sessionId")) {
            if (query.containsKey(name)) {
                return query.getFirst(name);
            }
        }
        return people.size() == 1 ? people.iterator().next().toString() : "-";
    }

    private static Collection<UUID> people(@Nullable Object entity) {
        return switch (entity) {
            case NamesPeople named -> new TreeSet<>(named.people());
            case Page<?> page ->
                page.items().stream()
                        .flatMap(item -> people(item).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
            case null, default -> List.of();
        };
    }

    private static String operation(SimpleResourceInfo resource) {
        for (Method method : resource.getResourceClass().getDeclaredMethods()) {
            Operation operation = method.getAnnotation(Operation.class);
            if (operation != null && method.getName().equals(resource.getMethodName())) {
                return operation.operationId();
            }
        }
        return resource.getMethodName();
    }
}
