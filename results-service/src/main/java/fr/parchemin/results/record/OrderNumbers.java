package fr.parchemin.results.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Numbers validated records within a year, without gaps: the number is taken in the transaction that uses it. */
@ApplicationScoped
class OrderNumbers {

    private final EntityManager entities;

    OrderNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /** The next number of the year, {@code 2026-000001}. Another validation waits until this one ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    String next(int year) {
        Number last = (Number)
                entities.createNativeQuery("""
                        insert into order_number_counter (year, last) values (:year, 1)
                        on conflict (year) do update set last = order_number_counter.last + 1
                        returning last
                        """).setParameter("year", year).getSingleResult();
        return "%d-%06d".formatted(year, last.intValue());
    }
}
