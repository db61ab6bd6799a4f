package fr.parchemin.session.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows the draws of a whole session. */
@ApplicationScoped
public class ReadDraws {

    private final DrawRepository draws;

    ReadDraws(DrawRepository draws) {
        this.draws = draws;
    }

    /** All of them, oldest first, whoever asks. */
    public List<DrawView> ofSession(UUID sessionId) {
        return draws.ofSession(sessionId).stream().map(DrawView::of).toList();
    }
}
