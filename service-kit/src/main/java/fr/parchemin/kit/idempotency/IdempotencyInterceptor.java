package fr.parchemin.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.kit.security.Caller;
import fr.parchemin.kit.web.EntityTags;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps answers under their {@code Idempotency-Key}, in the transaction of the effect. Runs inside the transaction. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyInterceptor {

    private static final int LONGEST_KEY = 255;
    /** A concurrent request with the same key waits here until the first one has committed or rolled back. */
    private static final String RESERVE =
            "insert into idempotency (client, key, fingerprint) values (?, ?, ?) on conflict do nothing";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final CurrentVertxRequest request;
    private final Caller caller;

    IdempotencyInterceptor(DataSource dataSource, ObjectMapper json, CurrentVertxRequest request, Caller caller) {
        this.dataSource = dataSource;
        this.json = json;
        this.request = request;
        this.caller = caller;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        String key = header();
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "See violations.",
                    List.of(Violation.ofField("Idempotency-Key", "1 to " + LONGEST_KEY + " characters.")));
        }
        // Two people behind one program never get each other's answers.
        String client = caller.clientId() + ' ' + caller.subject();
        String fingerprint = fingerprint(call);
        try (Connection connection = dataSource.getConnection()) {
            if (reserve(connection, client, key, fingerprint)) {
                Object answer = call.proceed();
                store(connection, client, key, json.writeValueAsString(answer));
                return answer;
            }
            return recall(connection, client, key, fingerprint, call);
        }
    }

    private @Nullable String header() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        // Events and timers have a request context too, without a request in it.
        RoutingContext current = request.getCurrent();
        return current == null ? null : current.request().getHeader("Idempotency-Key");
    }

    private String fingerprint(InvocationContext call) throws JsonProcessingException {
        return EntityTags.of(
                call.getMethod().getDeclaringClass().getName(),
                call.getMethod().getName(),
                json.writeValueAsString(call.getParameters()));
    }

    private static boolean reserve(Connection connection, String client, String key, String fingerprint)
            throws SQLException {
        try (PreparedStatement reserve = connection.prepareStatement(RESERVE)) {
            reserve.setString(1, client);
            reserve.setString(2, key);
            reserve.setString(3, fingerprint);
            return reserve.executeUpdate() == 1;
        }
    }

    private static void store(Connection connection, String client, String key, String answer) throws SQLException {
        try (PreparedStatement store =
                connection.prepareStatement("update idempotency set answer = ?::jsonb where client = ? and key = ?")) {
            store.setString(1, answer);
            store.setString(2, client);
            store.setString(3, key);
            store.executeUpdate();
        }
    }

    private @Nullable Object recall(
            Connection connection, String client, String key, String fingerprint, InvocationContext call)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement recall = connection.prepareStatement(
                "select fingerprint, answer from idempotency where client = ? and key = ?")) {
            recall.setString(1, client);
            recall.setString(2, key);
            try (ResultSet rows = recall.executeQuery()) {
                if (!rows.next()) {
                    throw new ProblemException(CommonProblem.CONCURRENT_CHANGE, "Send the request again.");
                }
                String answer = rows.getString(2);
                if (answer == null) {
                    throw new ProblemException(
                            CommonProblem.CONFLICT,
                            "What was recorded under this key was erased since; use a new key for a new request.");
                }
                if (!rows.getString(1).equals(fingerprint)) {
                    throw new ProblemException(
                            CommonProblem.KEY_REUSED, "Use a new key for a new request; keys are kept for seven days.");
                }
                // What the record computes is in the answer too and is computed again.
                return json.reader()
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .forType(json.constructType(call.getMethod().getGenericReturnType()))
                        .readValue(answer);
            }
        }
    }
}
