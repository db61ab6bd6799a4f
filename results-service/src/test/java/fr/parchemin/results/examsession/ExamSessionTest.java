package fr.parchemin.results.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A cancellation ends a session until it is undone. */
class ExamSessionTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-23T16:00:00Z");

    private final ExamSession session = DossierBuilder.title().build().session();

    @Test
    void isAsBeforeOnceItsCancellationIsUndone() {
        session.opened(MORNING);
        session.closed(EVENING);
        session.cancel();
        assertThat(session.open()).isFalse();
        assertThat(session.closed()).isFalse();

        session.resume();
        assertThat(session.open()).isTrue();
        assertThat(session.closed()).isTrue();
    }

    /** For a session whose resumption went unheard. */
    @Test
    void isNotCancelledIfItOpens() {
        session.cancel();
        session.opened(MORNING);
        assertThat(session.open()).isTrue();
    }
}
