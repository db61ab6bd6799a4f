package fr.parchemin.session.candidateimport;

import fr.parchemin.session.candidate.CandidateRequest;
import fr.parchemin.session.candidate.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a row into the request that the API would get, and checks it by the same rules. */
@ApplicationScoped
class ReadRow {

    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    /** Bars and commas part first names; without any, spaces do. */
    private static final Pattern BARS = Pattern.compile("\\s*[|,;]\\s*");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Validator validator;

    ReadRow(Validator validator) {
        this.validator = validator;
    }

    /**
     * A row that was read.
     *
     * @param request as the API would get it; not to be used when there are faults
     */
    record ReadLine(CandidateFile.Line line, CandidateRequest request, List<RowFault> faults) {}

    ReadLine read(CandidateFile.Line line) {
        List<RowFault> faults = new ArrayList<>();
        CandidateRequest request = request(line, faults);
        Set<Column> unread = EnumSet.noneOf(Column.class);
        faults.forEach(f -> unread.add(f.at()));
        validator.validate(request).stream()
                .map(ReadRow::fault)
                .filter(f -> !unread.contains(f.at()))
                .forEach(faults::add);
        faults.sort(Comparator.comparing(RowFault::at).thenComparing(RowFault::message));
        return new ReadLine(line, request, List.copyOf(faults));
    }

    @SuppressWarnings("NullAway") // What is missing is null until the request is validated, as in a JSON body.
    private static CandidateRequest request(CandidateFile.Line line, List<RowFault> faults) {
        if (line.cell(Column.EXTERNAL_REF) == null) {
            faults.add(new RowFault(
                    Column.EXTERNAL_REF,
                    null,
                    "Your own reference is needed: it makes the same file safe to send twice."));
        }
        return new CandidateRequest(
                line.cell(Column.EXTERNAL_REF),
                line.cell(Column.BIRTH_NAME),
                line.cell(Column.USAGE_NAME),
                firstNames(line.cell(Column.FIRST_NAMES)),
                sex(line.cell(Column.SEX), faults),
                day(line.cell(Column.BORN_ON), faults),
                new CandidateRequest.BirthPlace(
                        line.cell(Column.BIRTH_PLACE_INSEE),
                        line.cell(Column.BIRTH_PLACE),
                        line.cell(Column.BIRTH_COUNTRY)),
                line.cell(Column.POSTAL_CODE),
                line.cell(Column.EMAIL),
                line.cell(Column.EMPLOYER_SIRET));
    }

    private static List<String> firstNames(@Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        Pattern parting = BARS.matcher(cell).find() ? BARS : SPACES;
        return Arrays.stream(parting.split(cell)).filter(n -> !n.isEmpty()).toList();
    }

    private static @Nullable Sex sex(@Nullable String cell, List<RowFault> faults) {
        if (cell == null) {
            return null;
        }
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "F" -> Sex.F;
            case "M" -> Sex.M;
            default -> {
                faults.add(new RowFault(Column.SEX, null, "Not one of [M, F]."));
                yield null;
            }
        };
    }

    private static @Nullable LocalDate day(@Nullable String cell, List<RowFault> faults) {
        if (cell == null) {
            return null;
        }
        try {
            return cell.contains("/") ? LocalDate.parse(cell, FRENCH_DAY) : LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            faults.add(new RowFault(Column.BORN_ON, null, "Expected a date such as 14/03/1996 or 1996-03-14."));
            return null;
        }
    }

    /** The field of an element of a list is the list. */
    private static RowFault fault(ConstraintViolation<CandidateRequest> violation) {
        String path = violation.getPropertyPath().toString();
        int bracket = path.indexOf('[');
        String field = bracket < 0 ? path : path.substring(0, bracket);
        return new RowFault(Column.of(field).orElse(Column.EXTERNAL_REF), null, violation.getMessage());
    }
}
