package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.identifier.Normalised;
import fr.parchemin.referentiel.identifier.Register;
import fr.parchemin.referentiel.sheet.Packed;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import fr.parchemin.referentiel.sheet.StoredJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sheet as the columns in which it is recorded: itself, packed, and what lists filter, sort and search by. */
record SheetColumns(
        String number,
        Register register,
        String title,
        String searchDetails,
        @Nullable String type,
        @Nullable Integer level,
        @Nullable Boolean active,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate registrationEndsOn,
        @Nullable LocalDate lastDeliveryOn,
        List<String> nsf,
        List<String> rome,
        List<String> formacodes,
        List<String> certifierSirets,
        List<String> openRoutes,
        List<String> predecessors,
        List<String> successors,
        List<String> corresponding,
        byte[] sheet,
        byte[] partners,
        String contentHash) {

    static SheetColumns of(Sheet sheet, List<Partner> partners) {
        byte[] sheetJson = StoredJson.bytes(sheet);
        byte[] partnersJson = StoredJson.bytes(partners);
        Sheet.Validity validity = sheet.validity();
        return new SheetColumns(
                sheet.number(),
                sheet.certificationNumber().register(),
                sheet.title(),
                searchDetails(sheet),
                sheet.abbreviation() == null ? null : sheet.abbreviation().code(),
                sheet.level() == null ? null : sheet.level().value(),
                sheet.active(),
                validity.effectiveOn(),
                validity.decidedOn(),
                validity.registrationEndsOn(),
                validity.lastDeliveryOn(),
                codes(sheet.nsf()),
                codes(sheet.rome()),
                codes(sheet.formacodes()),
                present(sheet.certifiers().stream().map(Sheet.Certifier::siret)),
                sheet.accessRoutes().stream()
                        .filter(r -> Boolean.TRUE.equals(r.open()))
                        .map(r -> r.route().name())
                        .toList(),
                sheet.predecessors(),
                sheet.successors(),
                present(sheet.correspondences().stream().map(Sheet.Correspondence::otherNumber)),
                Packed.pack(sheetJson),
                Packed.pack(partnersJson),
                StoredJson.hash(sheetJson, partnersJson));
    }

    /** What a search finds first. */
    static String searchText(String number, String title, @Nullable String acronym) {
        return Normalised.words(number + ' ' + title + (acronym == null ? "" : ' ' + acronym));
    }

    /** What a search finds next: the kind, the blocks, the occupations and themes, who certifies. */
    private static String searchDetails(Sheet sheet) {
        Stream<@Nullable String> kind = sheet.abbreviation() == null
                ? Stream.of()
                : Stream.of(sheet.abbreviation().code(), sheet.abbreviation().label());
        return Normalised.words(String.join(
                " ",
                present(Stream.of(
                                kind,
                                sheet.blocks().stream().map(Sheet.Block::label),
                                sheet.rome().stream().map(Sheet.Coded::label),
                                sheet.nsf().stream().map(Sheet.Coded::label),
                                sheet.formacodes().stream().map(Sheet.Coded::label),
                                sheet.certifiers().stream().map(Sheet.Certifier::name))
                        .flatMap(s -> s))));
    }

    private static List<String> codes(List<Sheet.Coded> coded) {
        return coded.stream().map(Sheet.Coded::code).toList();
    }

    private static List<String> present(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).distinct().toList();
    }
}
