package fr.parchemin.localstack.demo;

import java.util.List;

/**
 * The logins that play the journey.
 *
 * @param certifier keeps the catalogue: takes the files of France compétences, replaces plans
 * @param authority the DREETS
 * @param centre the approved centre
 * @param centreSiret whom the centre's tokens act for
 * @param jurors two jury members or more
 */
public record Actors(String certifier, String authority, String centre, String centreSiret, List<String> jurors) {

    /** Those that every system on one machine knows. */
    public static Actors demo() {
        return new Actors(
                "demo-certifier",
                "demo-authority",
                "demo-centre",
                "98222438800016",
                List.of("demo-juror-1", "demo-juror-2"));
    }
}
