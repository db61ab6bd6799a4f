package fr.parchemin.kit.web;

import static java.util.stream.Collectors.joining;

import fr.parchemin.kit.paging.Page;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** What happens around every request: its trace, no parameter ignored, the link to the next page. */
@Singleton
public final class RequestFilters {

    private final ConcurrentHashMap<Operation, Set<String>> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Operation, List<MediaType>> representations = new ConcurrentHashMap<>();

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request) {
        Correlation.begin(request.getHeaderString(Correlation.TRACEPARENT));
    }

    /** A misspelt filter that is ignored gives a wrong list without a word: it is a 400 instead. */
    @ServerRequestFilter
    void refuseUnknownParameters(ContainerRequestContext request, SimpleResourceInfo resource) {
        Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty()) {
            return;
        }
        Operation operation = operation(resource);
        Set<String> names = known.computeIfAbsent(operation, RequestFilters::namesOf);
        List<Violation> unknown = sent.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> Violation.ofField(
                        name,
                        names.isEmpty()
                                ? "This operation takes no parameter."
                                : "Unknown. Known here: " + String.join(", ", names) + "."))
                .toList();
        if (!unknown.isEmpty() && !operation.method().isAnnotationPresent(AnyQuery.class)) {
            throw new ProblemException(CommonProblem.UNKNOWN_PARAMETER, "See violations.", unknown);
        }
    }

    /** Where a path has several representations, one that was not asked for would be answered with 200. */
    @ServerRequestFilter
    void refuseOtherRepresentations(ContainerRequestContext request, SimpleResourceInfo resource) {
        if (request.getHeaderString(HttpHeaders.ACCEPT) == null) {
            return;
        }
        List<MediaType> produced = representations.computeIfAbsent(operation(resource), RequestFilters::typesOf);
        boolean accepted = produced.isEmpty()
                || request.getAcceptableMediaTypes().stream()
                        .anyMatch(wanted -> produced.stream().anyMatch(wanted::isCompatible));
        if (!accepted) {
            throw new ProblemException(
                    CommonProblem.NOT_ACCEPTABLE,
                    "Accept "
                            + produced.stream()
                                    .map(t -> t.getType() + "/" + t.getSubtype())
                                    .collect(joining(" or ")) + ".");
        }
    }

    @ServerResponseFilter
    void linkNextPage(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            String next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            int path = next.indexOf('/', next.indexOf("//") + 2);
            response.getHeaders().add("Link", "<" + next.substring(path) + ">; rel=\"next\"");
        }
    }

    private static Operation operation(SimpleResourceInfo resource) {
        return new Operation(resource.getResourceClass(), resource.getMethodName(), List.of(resource.parameterTypes()));
    }

    private static List<MediaType> typesOf(Operation operation) {
        Produces onMethod = operation.method().getAnnotation(Produces.class);
        Produces produces = onMethod != null ? onMethod : operation.resource().getAnnotation(Produces.class);
        return produces == null
                ? List.of()
                : Arrays.stream(produces.value()).map(MediaType::valueOf).toList();
    }

    private static Set<String> namesOf(Operation operation) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : operation.method().getParameters()) {
            collect(parameter, parameter.getType(), parameter.getName(), names);
        }
        return names;
    }

    private static void collect(AnnotatedElement element, Class<?> type, String name, Set<String> names) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        RestQuery restQuery = element.getAnnotation(RestQuery.class);
        if (query != null) {
            names.add(query.value());
        } else if (restQuery != null) {
            names.add(restQuery.value().isEmpty() ? name : restQuery.value());
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    collect(field, field.getType(), field.getName(), names);
                }
            }
        }
    }

    /** One method of a resource, which need not be public. */
    private record Operation(Class<?> resource, String name, List<Class<?>> parameterTypes) {

        Method method() {
            try {
                return resource.getDeclaredMethod(name, parameterTypes.toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
