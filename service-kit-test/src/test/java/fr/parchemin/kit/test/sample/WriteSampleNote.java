package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.OutboundEvent;
import fr.parchemin.kit.outbox.Outbox;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class WriteSampleNote {

    /** How often a note was begun, whatever became of it. */
    public static final AtomicInteger BEGUN = new AtomicInteger();

    private final SampleNoteRepository notes;
    private final Outbox outbox;

    WriteSampleNote(SampleNoteRepository notes, Outbox outbox) {
        this.notes = notes;
        this.outbox = outbox;
    }

    @Transactional
    @Idempotent
    SampleNoteView create(SampleNoteRequest request) {
        BEGUN.incrementAndGet();
        SampleNote note = new SampleNote(request.name(), request.text());
        notes.persistAndFlush(note);
        outbox.append(new SampleNotedEvent(request.name(), request.text()));
        return note.view();
    }

    @Transactional
    SampleNoteView replace(String name, SampleNoteRequest request, @Nullable IfMatch ifMatch) {
        SampleNote note = notes.named(name).orElse(null);
        IfMatch.require(ifMatch, note == null ? null : note.tag());
        if (note == null) {
            throw ProblemException.notFound("note", name);
        }
        note.say(request.text());
        notes.flush();
        outbox.append(new SampleNotedEvent(name, request.text()));
        return note.view();
    }

    /** Records facts and does whatever else the test wants in the same transaction. */
    @Transactional
    public void tell(Runnable before, Runnable after, OutboundEvent... events) {
        BEGUN.incrementAndGet();
        before.run();
        for (OutboundEvent event : events) {
            outbox.append(event);
        }
        after.run();
    }

    /** Records facts. */
    @Transactional
    public void tell(OutboundEvent... events) {
        tell(() -> {}, () -> {}, events);
    }

    @Transactional
    public void forget(String note) {
        outbox.forget(SampleNotedEvent.TOPIC, note);
    }
}
