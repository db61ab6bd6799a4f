package fr.parchemin.referentiel.certification;

import static java.util.stream.Collectors.joining;

import fr.parchemin.referentiel.sheet.Packed;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import fr.parchemin.referentiel.sheet.StoredJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certification as it lies in the database, unpacked only as far as somebody asks. */
public final class StoredCertification {

    private final String number;
    private final boolean active;
    private final byte[] sheet;
    private final byte[] partners;
    private final SheetSource source;
    private final List<Competence> competences;
    private final int version;

    /**
     * @param active whether the registration runs today
     * @param sheet packed
     * @param partners packed
     */
    StoredCertification(
            String number,
            boolean active,
            byte[] sheet,
            byte[] partners,
            SheetSource source,
            List<Competence> competences,
            int version) {
        this.number = number;
        this.active = active;
        this.sheet = sheet;
        this.partners = partners;
        this.source = source;
        this.competences = List.copyOf(competences);
        this.version = version;
    }

    public Sheet sheet() {
        return StoredJson.read(Packed.unpack(sheet), Sheet.class);
    }

    /** Bodies that the certifier allows to train or to assess. */
    public List<Partner> partners() {
        return List.of(StoredJson.read(Packed.unpack(partners), Partner[].class));
    }

    public String number() {
        return number;
    }

    public boolean active() {
        return active;
    }

    int version() {
        return version;
    }

    byte[] sheetJson() {
        return Packed.unpackBytes(sheet);
    }

    /** Beginning of the {@code source} of a view: what comes after is the value of its last field. */
    String sourceJson() {
        return "{\"feed\":" + text(source.feed()) + ",\"version\":" + text(source.version()) + ",\"date\":"
                + text(source.date()) + ",\"importedAt\":" + StoredJson.write(source.importedAt())
                + ",\"otherFields\":";
    }

    /** The competences of a block; its code is JSON too. */
    String competencesJson(byte[] json, int codeStart, int codeEnd) {
        if (competences.isEmpty()) {
            return "[]";
        }
        String code =
                StoredJson.read(new String(json, codeStart, codeEnd - codeStart, StandardCharsets.UTF_8), String.class);
        return competences.stream()
                .filter(c -> c.blockCode().equals(code))
                .map(c -> StoredJson.write(new BlockView.CompetenceView(c.code(), c.label())))
                .collect(joining(",", "[", "]"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : StoredJson.write(value);
    }

    private static String text(@Nullable LocalDate value) {
        return value == null ? "null" : StoredJson.write(value);
    }
}
