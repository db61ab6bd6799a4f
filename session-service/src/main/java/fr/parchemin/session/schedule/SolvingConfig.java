package fr.parchemin.session.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How schedules are searched for. */
@ConfigMapping(prefix = "parchemin.schedule")
interface SolvingConfig {

    /** Searches at the same time; each takes one processor. */
    @WithDefault("1")
    int parallel();

    /** A search takes at most so many seconds, unless the request says otherwise. */
    @WithDefault("20")
    int seconds();

    /** A search ends after so many steps without a better plan. */
    @WithDefault("20000")
    int calmSteps();

    /** The same seed and the same facts give the same plan. */
    @WithDefault("37722")
    long seed();

    /** Name of this process among those that share the database. */
    @WithDefault("${parchemin.node}")
    String node();
}
