package fr.parchemin.referentiel.publication;

import fr.parchemin.referentiel.certification.RecordedCertification;
import fr.parchemin.referentiel.identifier.Register;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the other services are told of a certification, whole each time: nobody has to call back. */
public record CertificationSnapshot(
        String number,
        Register register,
        String title,
        @Nullable String acronym,
        @Nullable String type,
        @Nullable Integer level,
        boolean active,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate registrationEndsOn,
        @Nullable LocalDate lastDeliveryOn,
        List<String> certifierSirets,
        List<String> predecessors,
        List<String> successors,
        List<Route> routes,
        List<Block> blocks,
        List<Sheet.Correspondence> correspondences,
        List<Sheet.Statistic> statistics,
        @Nullable PublishedPlan plan) {

    static CertificationSnapshot of(RecordedCertification certification, @Nullable PublishedPlan plan) {
        return of(
                certification.sheet(),
                certification.acronym(),
                certification.active(),
                certification.blocks().stream()
                        .map(b -> block(
                                b.code(),
                                b.label(),
                                b.competences().stream()
                                        .map(c -> new Competence(c.code(), c.label()))
                                        .toList()))
                        .toList(),
                plan);
    }

    /** Of a certification to which we have added nothing. */
    static CertificationSnapshot of(Sheet sheet, boolean active) {
        return of(
                sheet,
                null,
                active,
                sheet.blocks().stream()
                        .map(b -> block(b.code(), b.label(), List.of()))
                        .toList(),
                null);
    }

    private static CertificationSnapshot of(
            Sheet sheet, @Nullable String acronym, boolean active, List<Block> blocks, @Nullable PublishedPlan plan) {
        return new CertificationSnapshot(
                sheet.number(),
                sheet.certificationNumber().register(),
                sheet.title(),
                acronym,
                sheet.abbreviation() == null ? null : sheet.abbreviation().code(),
                sheet.level() == null ? null : sheet.level().value(),
                active,
                sheet.validity().effectiveOn(),
                sheet.validity().registrationEndsOn(),
                sheet.validity().lastDeliveryOn(),
                sheet.certifiers().stream()
                        .map(Sheet.Certifier::siret)
                        .filter(Objects::nonNull)
                        .toList(),
                sheet.predecessors(),
                sheet.successors(),
                sheet.accessRoutes().stream()
                        .filter(r -> r.open() != null)
                        .map(r -> new Route(r.route(), Boolean.TRUE.equals(r.open())))
                        .toList(),
                blocks,
                sheet.correspondences(),
                sheet.statistics(),
                plan);
    }

    private static Block block(String code, @Nullable String label, List<Competence> competences) {
        return new Block(code, label == null ? code : label, competences);
    }

    /** A way to reach the certification. */
    public record Route(AccessRoute route, boolean open) {}

    /** A block with its competences. */
    public record Block(String code, String label, List<Competence> competences) {}

    /** One competence. */
    public record Competence(String code, String label) {}
}
