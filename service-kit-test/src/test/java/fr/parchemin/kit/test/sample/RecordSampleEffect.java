package fr.parchemin.kit.test.sample;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** The use case behind {@link SampleConsumer}. */
@ApplicationScoped
class RecordSampleEffect {

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    RecordSampleEffect(EntityManager entities, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.transaction = transaction;
    }

    @Transactional
    void effect(String eventId, String key, String text) {
        entities.createNativeQuery("insert into sample_effect (event_id, key, text) values (?1, ?2, ?3)")
                .setParameter(1, eventId)
                .setParameter(2, key)
                .setParameter(3, text)
                .executeUpdate();
    }

    /** Has the server break the connection of this transaction when it is about to commit. */
    @Transactional
    void cutConnectionAtCommit() {
        Object pid = entities.createNativeQuery("select pg_backend_pid()").getSingleResult();
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("select pg_terminate_backend(?1)")
                                .setParameter(1, pid)
                                .getSingleResult());
            }

            @Override
            public void afterCompletion(int status) {
                // Whatever became of it, the event is delivered again.
            }
        });
    }
}
