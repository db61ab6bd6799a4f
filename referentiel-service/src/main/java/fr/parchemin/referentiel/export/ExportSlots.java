package fr.parchemin.referentiel.export;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;

/** How many exports may run at once: each holds a connection of the database for as long as its reader takes. */
@ApplicationScoped
class ExportSlots {

    private static final int MOST = 4;

    private final Semaphore free = new Semaphore(MOST);

    /**
     * Gives an export a place while it is written.
     *
     * @throws ProblemException 503 when all are taken
     */
    StreamingOutput in(StreamingOutput export) {
        if (free.availablePermits() == 0) {
            throw new ProblemException(
                    CommonProblem.UNAVAILABLE, MOST + " exports are under way already. Try again in a minute.");
        }
        return out -> {
            // Whoever asked for the headers alone has no place to give back.
            free.acquireUninterruptibly();
            try {
                export.write(out);
            } finally {
                free.release();
            }
        };
    }
}
