package fr.parchemin.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says which problem an exception is. Nothing of the exception's own wording reaches the caller unless it is ours. */
public final class Problems {

    /** SQLSTATE of a broken uniqueness rule and of a broken exclusion rule. */
    private static final Set<String> TAKEN = Set.of("23505", "23P01");
    /** SQLSTATE of a serialisation failure, a deadlock and a lock that was not available. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

    /** Chains of causes are short; a longer one runs in a circle. */
    private static final int MOST_CAUSES = 50;

    private Problems() {}

    /** The problem behind {@code thrown}; {@link CommonProblem#INTERNAL_ERROR} when nobody foresaw it. */
    public static ProblemException of(Throwable thrown) {
        // Only what the framework throws while it reads a body is the caller's JSON; further down it would be ours.
        if (thrown instanceof MismatchedInputException e) {
            return ofJson(e);
        }
        if (thrown instanceof WebApplicationException && thrown.getCause() instanceof JacksonException e) {
            return ofJson(e);
        }
        return causes(thrown)
                .flatMap(t -> Stream.ofNullable(recognise(t)))
                .findFirst()
                .orElseGet(() -> new ProblemException(
                        CommonProblem.INTERNAL_ERROR,
                        "The error is recorded under the trace id of this answer.",
                        List.of(),
                        thrown));
    }

    /** Whether trying the same work again, in a new transaction, may well succeed. */
    public static boolean isTransient(Throwable thrown) {
        return causes(thrown)
                .anyMatch(t -> t instanceof OptimisticLockException
                        || t instanceof SQLTransientException
                        || (t instanceof SQLException sql && (isContention(sql) || isAway(sql))));
    }

    /** Whether other transactions stood in the way: a deadlock or a failed serialisation, and nothing was changed. */
    public static boolean isContention(Throwable thrown) {
        return causes(thrown).anyMatch(t -> t instanceof SQLException sql && isContention(sql));
    }

    /** The exception, what caused it, and what a failed commit carries as suppressed. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.concat(
                        Stream.of(thrown),
                        Stream.concat(Stream.ofNullable(thrown.getCause()), Arrays.stream(thrown.getSuppressed()))
                                .filter(t -> t != thrown)
                                .flatMap(Problems::causes))
                .limit(MOST_CAUSES);
    }

    private static @Nullable ProblemException recognise(Throwable t) {
        return switch (t) {
            case ProblemException p -> p;
            case ConstraintViolationException e
            when !ofAnswer(e) ->
                new ProblemException(
                        CommonProblem.INVALID_REQUEST, "See violations.", violationsOf(e.getConstraintViolations()), e);
            case OIDCException e ->
                new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "The identity provider cannot be reached, so the token cannot be verified.",
                        List.of(),
                        e);
            case UnauthorizedException e -> unauthenticated(e);
            case AuthenticationFailedException e -> unauthenticated(e);
            case ForbiddenException e ->
                new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "Ask for a token with one of the roles of this operation.",
                        List.of(),
                        e);
            case OptimisticLockException e ->
                new ProblemException(CommonProblem.CONCURRENT_CHANGE, "Read it again, then decide.", List.of(), e);
            case SQLException e -> ofSql(e);
            // The plain one alone: a text or a zone of ours that cannot be read is of a class below it.
            case DateTimeException e
            when e.getClass() == DateTimeException.class ->
                new ProblemException(
                        CommonProblem.INVALID_REQUEST, "A date is too far away to reckon with.", List.of(), e);
            // What a parameter's own type threw says more than the status that the framework wraps it in.
            case WebApplicationException e when e.getCause() instanceof ProblemException p -> p;
            case WebApplicationException e -> ofStatus(e);
            default -> null;
        };
    }

    /** Whether it is our answer that breaks its constraints, and not the request. */
    private static boolean ofAnswer(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .flatMap(v -> StreamSupport.stream(v.getPropertyPath().spliterator(), false))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static ProblemException unauthenticated(Throwable e) {
        return new ProblemException(
                CommonProblem.UNAUTHENTICATED, "Send Authorization: Bearer with a token in force.", List.of(), e);
    }

    private static @Nullable ProblemException ofSql(SQLException e) {
        if (e.getSQLState() != null && TAKEN.contains(e.getSQLState())) {
            return new ProblemException(
                    CommonProblem.CONFLICT,
                    "The same thing, or one that overlaps it, is recorded already.",
                    List.of(),
                    e);
        }
        if (isUnfit(e)) {
            return new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "A value is too long, too large or holds a character that cannot be recorded.",
                    List.of(),
                    e);
        }
        if (isContention(e)) {
            return new ProblemException(CommonProblem.CONCURRENT_CHANGE, "Send the request again.", List.of(), e);
        }
        if (isAway(e) || e instanceof SQLTransientException) {
            return new ProblemException(
                    CommonProblem.UNAVAILABLE, "The database cannot be used; nothing was changed.", List.of(), e);
        }
        return null;
    }

    /** Class 22: the value does not fit its column, or holds a character that no column can. */
    private static boolean isUnfit(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("22");
    }

    private static boolean isContention(SQLException e) {
        return e.getSQLState() != null && CONTENTION.contains(e.getSQLState());
    }

    /**
     * Class 08 is a broken connection, 53 a server without room (disk, memory, connections), 57P one that stops or starts,
     * and Agroal's time-out has no state.
     */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? String.valueOf(e.getMessage()).contains("cquisition timeout")
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static ProblemException ofStatus(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        CommonProblem kind = Arrays.stream(CommonProblem.values())
                .filter(k -> k.status() == status)
                .findFirst()
                .orElse(status < 500 ? CommonProblem.INVALID_REQUEST : CommonProblem.INTERNAL_ERROR);
        String detail =
                switch (kind) {
                    case NOT_FOUND -> "No resource has this path.";
                    case METHOD_NOT_ALLOWED -> "OPTIONS on this path lists the methods that it supports.";
                    case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
                    default -> kind.title() + ".";
                };
        return new ProblemException(kind, detail, List.of(), e);
    }

    private static ProblemException ofJson(JacksonException e) {
        String field = e instanceof JsonMappingException m ? pointer(m) : "";
        String message =
                switch (e) {
                    case UnrecognizedPropertyException u ->
                        "Unknown field. Known here: "
                                + u.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".";
                    case InvalidFormatException f
                    when f.getTargetType() != null && f.getTargetType().isEnum() ->
                        "Not one of " + Arrays.toString(f.getTargetType().getEnumConstants()) + ".";
                    case InvalidFormatException f
                    when f.getTargetType() != null -> "Expected " + typeName(f.getTargetType()) + ".";
                    case MismatchedInputException m
                    when m.getTargetType() != null -> "Expected " + typeName(m.getTargetType()) + ".";
                    case JsonProcessingException p
                    when p.getLocation() != null ->
                        "Not valid JSON at line " + p.getLocation().getLineNr() + ", column "
                                + p.getLocation().getColumnNr() + ".";
                    default -> "Not valid JSON.";
                };
        return new ProblemException(
                CommonProblem.INVALID_REQUEST,
                "The body cannot be read.",
                List.of(Violation.ofField(field, message)),
                e);
    }

    private static String typeName(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "int", "Integer", "long", "Long", "short", "Short" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2026-11-23";
            case "Instant" -> "an instant such as 2026-11-23T08:30:00Z";
            case "LocalTime" -> "a time such as 08:30";
            case "UUID" -> "a UUID";
            case "List", "ArrayList", "Set" -> "a list";
            default -> type.isEnum() ? "one of " + Arrays.toString(type.getEnumConstants()) : "an object";
        };
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                .map(s -> "/" + s)
                .collect(Collectors.joining());
    }

    private static List<Violation> violationsOf(Set<ConstraintViolation<?>> all) {
        return all.stream()
                .map(v -> Violation.ofField(pointer(v.getPropertyPath()), v.getMessage()))
                .sorted(Comparator.comparing(v -> String.valueOf(v.field())))
                .toList();
    }

    /** The first two nodes are the method and the parameter that holds the body; a plain parameter keeps its name. */
    private static String pointer(Path path) {
        List<String> names = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = String.valueOf(node.getName());
            } else if (node.getKind() != ElementKind.METHOD) {
                if (node.getIndex() != null) {
                    names.add(String.valueOf(node.getIndex()));
                }
                if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                    names.add(node.getName());
                }
            }
        }
        return names.isEmpty() ? parameter : "/" + String.join("/", names);
    }
}
