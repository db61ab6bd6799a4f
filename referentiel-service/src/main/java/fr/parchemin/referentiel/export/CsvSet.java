package fr.parchemin.referentiel.export;

import fr.parchemin.referentiel.feed.CsvFile;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The ten CSV files of France compétences, without the tabulators that theirs have before each SIRET, as one zip. A zip takes one
 * file after the other while all of them are written at once: the first one goes out as it is written, so that whoever waits
 * hears something, the others lie on disk until the whole set is read.
 */
final class CsvSet implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyy_MM_dd");

    /** A file that lies on disk. */
    private record Kept(String name, Path file, OutputStream out, CsvTable table) {}

    private final List<Kept> kept = new ArrayList<>();
    private final CsvTable blocks = table("Blocs_De_Compétences", CsvFile.BLOCKS);
    private final CsvTable certifiers = table("Certificateurs", CsvFile.CERTIFIERS);
    private final CsvTable partners = table("Partenaires", CsvFile.PARTNERS);
    private final CsvTable nsf = table("Nsf", CsvFile.NSF);
    private final CsvTable formacodes = table("Formacode", CsvFile.FORMACODES);
    private final CsvTable rome = table("Rome", CsvFile.ROME);
    private final CsvTable routes = table("VoixdAccès", CsvFile.ROUTES);
    private final CsvTable agreements = table("CCN", CsvFile.AGREEMENTS);
    private final CsvTable links = table("Ancienne_Nouvelle_Certification", CsvFile.LINKS);

    private final ZipOutputStream zip;
    private final LocalDate exportedOn;
    private final CsvTable standard;

    /**
     * Begins a set; {@code out} stays open when it ends.
     *
     * @param exportedOn day that the names of the files have
     */
    CsvSet(OutputStream out, LocalDate exportedOn) throws IOException {
        this.zip = new ZipOutputStream(out);
        this.exportedOn = exportedOn;
        begin("Standard");
        this.standard = new CsvTable(
                zip,
                "Id_Fiche",
                "Numero_Fiche",
                "Intitule",
                "Abrege_Libelle",
                "Abrege_Intitule",
                "Nomenclature_Europe_Niveau",
                "Nomenclature_Europe_Intitule",
                "Accessible_Nouvelle_Caledonie",
                "Accessible_Polynesie_Francaise",
                "Date_dernier_jo",
                "Date_Decision",
                "Date_Fin_Enregistrement",
                "Date_Effet",
                "Type_Enregistrement",
                "Validation_Partielle",
                "Actif");
    }

    void add(Sheet sheet, List<Partner> accredited) {
        String number = sheet.number();
        Sheet.Validity validity = sheet.validity();
        standard.row(
                sheet.sheetId() == null ? null : sheet.sheetId().toString(),
                number,
                sheet.title(),
                sheet.abbreviation() == null ? null : sheet.abbreviation().code(),
                sheet.abbreviation() == null ? null : sheet.abbreviation().label(),
                sheet.level() == null ? null : sheet.level().code(),
                sheet.level() == null ? null : sheet.level().label(),
                yesNo(sheet.newCaledonia()),
                yesNo(sheet.frenchPolynesia()),
                day(validity.lastOfficialJournalOn()),
                day(validity.decidedOn()),
                day(validity.registrationEndsOn()),
                day(validity.effectiveOn()),
                sheet.registrationType(),
                other(sheet, "VALIDATION_PARTIELLE").map(RawElement::text).orElse(null),
                sheet.active() == null ? null : sheet.active() ? "ACTIVE" : "INACTIVE");
        sheet.blocks().forEach(b -> blocks.row(number, b.code(), b.label()));
        sheet.certifiers().forEach(c -> certifiers.row(number, c.siret(), c.name()));
        accredited.forEach(p -> partners.row(number, p.name(), p.siret(), p.authorisation()));
        // These labels begin with their code.
        sheet.nsf().forEach(c -> nsf.row(number, c.code(), repeated(c)));
        sheet.formacodes().forEach(c -> formacodes.row(number, c.code(), repeated(c)));
        sheet.rome().forEach(c -> rome.row(number, c.code(), c.label()));
        sheet.accessRoutes().stream()
                .filter(r -> Boolean.TRUE.equals(r.open()))
                .forEach(r -> routes.row(number, label(r.route())));
        agreements(sheet);
        sheet.predecessors().forEach(p -> links.row(number, p, null));
        sheet.successors().forEach(s -> links.row(number, null, s));
    }

    /** Ends the set. */
    void end() throws IOException {
        standard.end();
        for (Kept file : kept) {
            zip.closeEntry();
            begin(file.name());
            file.table().end();
            Files.copy(file.file(), zip);
        }
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        for (Kept file : kept) {
            file.out().close();
            Files.deleteIfExists(file.file());
        }
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry("export_fiches_CSV_" + name + "_" + IN_NAMES.format(exportedOn) + ".csv"));
    }

    private CsvTable table(String name, CsvFile columns) throws IOException {
        Path file = Files.createTempFile("export-", ".csv");
        OutputStream out = Files.newOutputStream(file);
        CsvTable table = new CsvTable(out, columns.columns().toArray(String[]::new));
        kept.add(new Kept(name, file, out, table));
        return table;
    }

    private void agreements(Sheet sheet) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(sheet.number());
        for (String tag : List.of("CCN_1", "CCN_2", "CCN_3")) {
            Optional<RawElement> agreement = other(sheet, tag);
            for (String part : List.of("NUMERO", "LIBELLE")) {
                row.add(agreement.flatMap(a -> child(a, part)).orElse(null));
            }
        }
        if (row.stream().skip(1).anyMatch(v -> v != null)) {
            agreements.row(row.toArray(String[]::new));
        }
    }

    private static Optional<RawElement> other(Sheet sheet, String name) {
        return sheet.other().stream().filter(e -> e.name().equals(name)).findFirst();
    }

    private static Optional<String> child(RawElement parent, String name) {
        return parent.children().stream()
                .filter(c -> c.name().equals(name))
                .map(RawElement::text)
                .filter(t -> t != null)
                .findFirst();
    }

    private static @Nullable String repeated(Sheet.Coded coded) {
        return coded.label() == null ? null : coded.code() + " : " + coded.label();
    }

    private static @Nullable String yesNo(@Nullable Boolean value) {
        return value == null ? null : value ? "Oui" : "Non";
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private static String label(AccessRoute route) {
        return switch (route) {
            case INITIAL -> "Après un parcours de formation sous statut d’élève ou d’étudiant";
            case APPRENTICESHIP -> "En contrat d’apprentissage";
            case CONTINUING -> "Après un parcours de formation continue";
            case PROFESSIONALISATION -> "En contrat de professionnalisation";
            case INDIVIDUAL -> "Par candidature individuelle";
            case EXPERIENCE -> "Par expérience";
        };
    }
}
