package fr.parchemin.kit.inbox;

import java.util.List;

/** A consumer that writes many events with few statements, for channels on which tens of thousands come at once. */
public interface BulkEventHandler extends EventHandler {

    /**
     * Has the effect of {@link #apply} on each event in the order given. When it fails nothing of it stays, and they are
     * applied one by one. Events it causes carry no trace of these.
     */
    void applyAll(List<IncomingEvent> events);
}
