package fr.parchemin.session.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as this service applies it. */
@Schema(name = "Rule", description = "A rule of the regulation as it is applied here.")
record RuleView(
        @Schema(examples = "R22") String number,

        @Schema(description = "The rule in a few sentences.")
        String text,

        @Schema(description = "Text or practice it comes from.", examples = "A2015 art. 7")
        String source,

        @Schema(description = "How sure it is: text in force, quoted text, practice, assumption…")
        Certainty certainty,

        @Schema(
                description = "block: refused; warn: accepted, the warning is recorded; off: not looked at.",
                enumeration = {"block", "warn", "off"},
                examples = "block")
        String mode,

        @Schema(description = "Key that sets the mode.", examples = "rules.R22.mode")
        String modeKey,

        List<ParameterView> parameters,

        @Schema(description = "What is set to change after today, in the order of the days.")
        List<ChangeView> later) {

    static RuleView of(RuleSheet sheet, RuleBook book, LocalDate day) {
        Parameters parameters = book.parameters(sheet, day);
        return new RuleView(
                sheet.number(),
                sheet.text(),
                sheet.source(),
                sheet.certainty(),
                book.mode(sheet, day).name().toLowerCase(Locale.ROOT),
                sheet.modeKey(),
                sheet.parameters().stream()
                        .map(p -> new ParameterView(p.key(), parameters.text(p.key()), p.defaultValue()))
                        .toList(),
                book.later(sheet, day).stream()
                        .map(c -> new ChangeView(c.from(), c.key(), c.value()))
                        .toList());
    }

    /** A change to come. */
    @Schema(name = "RuleChange", description = "A value that holds from a day on.")
    record ChangeView(
            @Schema(description = "First day on which it holds.")
            LocalDate from,

            @Schema(examples = "rules.R66.mode") String key,
            @Schema(examples = "block") String value) {}

    /** A parameter in force. */
    @Schema(name = "RuleParameter")
    record ParameterView(
            @Schema(examples = "vae.admissibility.validity") String key,
            @Schema(examples = "P1Y") String value,
            @Schema(examples = "P1Y") String defaultValue) {}
}
