package fr.parchemin.kit.transaction;

import fr.parchemin.kit.problem.Problems;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Does a use case again, in a new transaction, when the database gave it up for the sake of another one (a deadlock, a
 * failed serialisation). Stands outside the interceptor that begins the transaction, and only around the outermost use
 * case: within a transaction that is given up there is nothing to save.
 */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ContentionRetry {

    private static final int ATTEMPTS = 4;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    @AroundInvoke
    @Nullable
    Object again(InvocationContext call) throws Exception {
        if (QuarkusTransaction.isActive()) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (attempt == ATTEMPTS || !Problems.isContention(e)) {
                    throw e;
                }
                Log.debugf("%s is done again: %s", call.getMethod(), e.getMessage());
                Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS));
            }
        }
    }
}
