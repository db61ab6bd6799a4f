package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.paging.PageRequest;
import fr.parchemin.referentiel.identifier.Normalised;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Certifications and their partners. */
@ApplicationScoped
class CertificationRepository implements PanacheRepositoryBase<Certification, String> {

    /** Where the end is unknown, after every known end. */
    private static final String ENDS_ON = "coalesce(c.registrationEndsOn, date '9999-12-31')";

    private static final String ACTIVE =
            "coalesce(c.active, case when c.registrationEndsOn >= :today then true else false end)";

    /** One row more than the page has. */
    List<CertificationSummaryView> list(CertificationFilter filter, PageRequest page, LocalDate today) {
        StringBuilder where = new StringBuilder("where true");
        Map<String, Object> values = new HashMap<>();
        filter(filter, today, where, values);
        String sort = filter.sort == null ? "number" : filter.sort;
        String order =
                switch (sort) {
                    case "title" -> "c.title";
                    case "registrationEndsOn" -> ENDS_ON;
                    case "updatedAt" -> "c.updatedAt";
                    default -> "c.number";
                };
        if (!page.first()) {
            where.append(" and (%1$s > :key or (%1$s = :key and c.number > :number))".formatted(order));
            String key = page.after().getFirst();
            values.put(
                    "key",
                    switch (sort) {
                        case "registrationEndsOn" -> LocalDate.parse(key);
                        case "updatedAt" -> Instant.parse(key);
                        default -> key;
                    });
            values.put("number", page.after().getLast());
        }
        values.put("today", today);
        TypedQuery<CertificationSummaryView> query = getEntityManager()
                .createQuery(
                        "select c.number, c.register, c.title, c.acronym, c.type, c.level, " + ACTIVE
                                + ", c.effectiveOn, c.registrationEndsOn, c.lastDeliveryOn, c.updatedAt, c.version"
                                + " from Certification c " + where + " order by " + order + ", c.number",
                        CertificationSummaryView.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(page.fetch()).getResultList();
    }

    /** Certifications that name this one as their successor or predecessor, and those that it names. */
    List<LinkedCertification> linkedTo(String number, List<String> named) {
        return getEntityManager()
                .createQuery(
                        "select c.number, c.title, c.predecessors, c.successors from Certification c"
                                + " where c.number in :named or array_contains(c.predecessors, :number)"
                                + " or array_contains(c.successors, :number) order by c.number",
                        LinkedCertification.class)
                .setParameter("named", named)
                .setParameter("number", number)
                .getResultList();
    }

    /** Certifications that declare a correspondence with this one. */
    List<Certification> correspondingTo(String number) {
        return list("array_contains(corresponding, ?1) order by number", number);
    }

    private static void filter(
            CertificationFilter filter, LocalDate today, StringBuilder where, Map<String, Object> values) {
        if (filter.q != null) {
            List<String> words =
                    new ArrayList<>(List.of(Normalised.search(filter.q).split(" ")));
            for (int i = 0; i < words.size(); i++) {
                where.append(" and c.searchText like :word").append(i).append(" escape '!'");
                values.put("word" + i, '%' + words.get(i).replaceAll("([!%_])", "!$1") + '%');
            }
        }
        equal("register", filter.register, where, values);
        equal("type", filter.type, where, values);
        equal("level", filter.level, where, values);
        if (filter.active != null) {
            where.append(" and ").append(ACTIVE).append(" = :active");
            values.put("active", Boolean.valueOf(filter.active));
        }
        if (filter.validOn != null) {
            where.append(" and (c.effectiveOn is null or c.effectiveOn <= :validOn)")
                    .append(" and (c.decidedOn is null or c.decidedOn <= :validOn)")
                    .append(
                            " and (c.registrationEndsOn >= :validOn or (c.registrationEndsOn is null and c.active = true))");
            values.put("validOn", filter.validOn);
        }
        contains("nsf", filter.nsf, where, values);
        contains("rome", filter.rome, where, values);
        contains("formacodes", filter.formacode, where, values);
        contains("certifierSirets", filter.certifierSiret, where, values);
        contains("openRoutes", filter.route == null ? null : filter.route.name(), where, values);
        if (filter.updatedSince != null) {
            where.append(" and c.updatedAt >= :updatedSince");
            values.put("updatedSince", filter.updatedSince);
        }
    }

    private static void equal(String name, @Nullable Object value, StringBuilder where, Map<String, Object> values) {
        if (value != null) {
            where.append(" and c.").append(name).append(" = :").append(name);
            values.put(name, value);
        }
    }

    private static void contains(String name, @Nullable String value, StringBuilder where, Map<String, Object> values) {
        if (value != null) {
            where.append(" and array_contains(c.")
                    .append(name)
                    .append(", :")
                    .append(name)
                    .append(')');
            values.put(name, value);
        }
    }

    /** What lineage needs of another certification. */
    record LinkedCertification(String number, String title, List<String> predecessors, List<String> successors) {}
}
