package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.inbox.EventHandler;
import fr.parchemin.kit.inbox.Inbox;
import fr.parchemin.kit.inbox.IncomingEvent;
import fr.parchemin.kit.inbox.NotYetException;
import fr.parchemin.kit.inbox.PoisonException;
import fr.parchemin.kit.web.Correlation;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to tales and does what they ask for. */
@ApplicationScoped
public class SampleConsumer implements EventHandler {

    /** Tales whose time has come: until their text is in here, those that need it wait. */
    public static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private static final Set<String> CUT = ConcurrentHashMap.newKeySet();

    private static final Set<String> STUMBLED = ConcurrentHashMap.newKeySet();
    /** How often {@link #apply} began. */
    public static final AtomicInteger BEGUN = new AtomicInteger();
    /** The trace under which each text was applied. */
    public static final Map<String, String> TRACES = new ConcurrentHashMap<>();
    /** While true, every tale that asks for mending fails. */
    public static volatile boolean broken;

    private final Inbox inbox;
    private final RecordSampleEffect record;

    SampleConsumer(Inbox inbox, RecordSampleEffect record) {
        this.inbox = inbox;
        this.record = record;
    }

    @Override
    public String name() {
        return "sample.tales";
    }

    @Incoming("tales")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> tales) {
        inbox.receive(this, tales);
    }

    @Override
    public void apply(IncomingEvent event) {
        BEGUN.incrementAndGet();
        if (!event.name().equals("TaleTold.v1")) {
            return;
        }
        Tale tale = event.as(Tale.class);
        TRACES.put(tale.text(), String.valueOf(Correlation.traceId()));
        record.effect(event.id(), event.key(), tale.text());
        switch (tale.mood()) {
            case "poison" -> throw new PoisonException("a tale that nobody can understand");
            case "bug" -> throw new IllegalStateException("a tale that nobody foresaw");
            case "overflow" -> throw new StackOverflowError("a tale within a tale");
            case "mend" -> {
                if (broken) {
                    throw new IllegalStateException("broken for the moment");
                }
            }
            case "cut" -> {
                if (CUT.add(tale.text())) {
                    record.cutConnectionAtCommit();
                }
            }
            case "plain" -> {
                // Nothing but its effect.
            }
            default -> {
                if (!TOLD.contains(tale.mood())) {
                    throw new NotYetException(tale.mood());
                }
                if (tale.mood().startsWith("stumble") && STUMBLED.add(tale.text())) {
                    throw new IllegalStateException("a tale that stumbles when its time has come");
                }
            }
        }
    }

    /**
     * The data of a tale.
     *
     * @param mood {@code plain}, a way to fail, or what must be {@link #TOLD} first
     */
    public record Tale(String text, String mood) {}
}
