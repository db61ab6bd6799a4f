package fr.parchemin.results.capital;

import fr.parchemin.results.certification.Block;
import fr.parchemin.results.certification.CertificationSheet;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a title, as far as a booklet needs it: two numbers are two versions (R2).
 *
 * @param blocks codes of its blocks
 * @param endsOn end of its registration
 * @param lastDeliveryOn the last day of award that the register names
 */
public record Version(
        String number,
        String title,
        List<String> blocks,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate lastDeliveryOn) {

    static Version of(CertificationSheet sheet) {
        return new Version(
                sheet.number(),
                sheet.title(),
                sheet.blocks().stream().map(Block::code).toList(),
                sheet.registrationEndsOn(),
                sheet.lastDeliveryOn());
    }
}
