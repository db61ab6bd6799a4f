package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An invented register in the volume and the mess of the published one. The same values give the same bytes, and at no
 * time more than one record is in memory.
 *
 * @param seed what all its chances come from
 * @param sheets records of both registers on day 0
 * @param day how many days of changes it has behind it
 * @param begin date of day 0
 */
public record Register(long seed, int sheets, int day, LocalDate begin) {

    private static final byte[] HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FICHES>\n<VERSION_FLUX>4.1</VERSION_FLUX>\n".getBytes(UTF_8);
    private static final byte[] FOOT = "</FICHES>\n".getBytes(UTF_8);

    /** Date of the export, which its file names carry. */
    LocalDate date() {
        return begin.plusDays(day);
    }

    /** Name of the XML file of one register. */
    String xmlName(Kind kind) {
        return "export_fiches_" + kind + "_V4_1_" + date() + ".xml";
    }

    /** Name of the archive with that file. */
    String zipName(Kind kind) {
        return "export-fiches-" + kind.name().toLowerCase(Locale.ROOT) + "-v4-1-" + date() + ".zip";
    }

    /** Name of the archive with the ten CSV files. */
    String csvName() {
        return "export-fiches-csv-" + date() + ".zip";
    }

    /** Writes the XML feed of one register. */
    void writeXml(Kind kind, OutputStream out) throws IOException {
        Bytes bytes = new Bytes().put(HEAD);
        SheetXml xml = new SheetXml(bytes, rows(), today());
        Outlines outlines = outlines(kind);
        while (outlines.next() instanceof Outline outline) {
            xml.write(Facts.of(outline, today()));
            bytes.drainTo(out);
        }
        bytes.put(FOOT).flushTo(out);
    }

    /** Writes the archive of the CSV files, which hold both registers. */
    void writeCsv(OutputStream out) throws IOException {
        ZipOutputStream zip = zip(out);
        String date = DateTimeFormatter.ofPattern("uuuu_MM_dd", Locale.ROOT).format(date());
        for (String file : SheetCsv.FILES.keySet()) {
            zip.putNextEntry(entry("export_fiches_CSV_" + file + "_" + date + ".csv"));
            Bytes bytes = new Bytes();
            SheetCsv csv = new SheetCsv(bytes, rows());
            csv.header(file);
            for (Kind kind : Kind.values()) {
                Outlines outlines = outlines(kind);
                while (outlines.next() instanceof Outline outline) {
                    csv.write(file, Facts.of(outline, today()));
                    bytes.drainTo(zip);
                }
            }
            bytes.flushTo(zip);
        }
        zip.finish();
    }

    /** An archive that is the same whenever it is made. */
    static ZipOutputStream zip(OutputStream out) {
        return new ZipOutputStream(out, UTF_8);
    }

    /** An entry of such an archive. */
    ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(date().getYear(), date().getMonth(), date().getDayOfMonth(), 2, 0));
        return entry;
    }

    private Outlines outlines(Kind kind) {
        return new Outlines(kind, seed, Volume.of(kind, sheets), day);
    }

    private Rows rows() {
        return new Rows(Volume.organisations(sheets));
    }

    private int today() {
        return Math.toIntExact(begin.toEpochDay());
    }
}
