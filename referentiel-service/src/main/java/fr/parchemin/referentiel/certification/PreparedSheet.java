package fr.parchemin.referentiel.certification;

import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet made ready to be recorded, which takes longer than recording it and may be done by several threads. */
public final class PreparedSheet {

    private final Sheet sheet;
    private final List<Partner> partners;
    private final byte @Nullable [] rawHash;
    private final SheetColumns columns;

    /** @param rawHash digest of the bytes in which it came, null when it came otherwise */
    public PreparedSheet(Sheet sheet, List<Partner> partners, byte @Nullable [] rawHash) {
        this.sheet = sheet;
        this.partners = List.copyOf(partners);
        this.rawHash = rawHash == null ? null : rawHash.clone();
        this.columns = SheetColumns.of(sheet, partners);
    }

    public String number() {
        return sheet.number();
    }

    public Sheet sheet() {
        return sheet;
    }

    public List<Partner> partners() {
        return partners;
    }

    /** Whether it is what is recorded, in whatever bytes it came. */
    public boolean sameAs(KnownSheet known) {
        return known.contentHash().equals(columns.contentHash());
    }

    /** Whether the registration runs on a day. */
    public boolean isActive(LocalDate day) {
        return Certification.isActive(columns.active(), columns.registrationEndsOn(), day);
    }

    byte @Nullable [] rawHash() {
        return rawHash;
    }

    SheetColumns columns() {
        return columns;
    }
}
