package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.Sheet;

/** What {@link SheetJson} makes of bytes, made again of objects, to compare. */
public final class SheetViews {

    private SheetViews() {}

    public static SheetView of(RecordedCertification certification) {
        Sheet sheet = certification.sheet();
        SheetSource source = certification.source();
        return new SheetView(
                sheet.number(),
                sheet.certificationNumber().register(),
                sheet.sheetId(),
                sheet.title(),
                sheet.abbreviation(),
                sheet.state(),
                certification.active(),
                sheet.level(),
                sheet.registrationType(),
                sheet.validity(),
                sheet.nsf(),
                sheet.formacodes(),
                sheet.rome(),
                sheet.idcc(),
                sheet.certifiers(),
                sheet.objectives(),
                sheet.activities(),
                sheet.attestedCompetences(),
                sheet.sectors(),
                sheet.jobs(),
                sheet.regulations(),
                sheet.prerequisites(),
                certification.blocks(),
                sheet.accessRoutes().stream()
                        .map(r -> new SheetView.RouteView(r.route(), r.open(), r.juryComposition(), r.changedOn()))
                        .toList(),
                sheet.statistics(),
                sheet.predecessors(),
                sheet.successors(),
                sheet.correspondences(),
                sheet.newCaledonia(),
                sheet.frenchPolynesia(),
                new SheetView.SourceView(
                        source.feed(), source.version(), source.date(), source.importedAt(), sheet.other()));
    }
}
