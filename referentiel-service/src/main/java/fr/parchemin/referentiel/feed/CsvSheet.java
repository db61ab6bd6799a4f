package fr.parchemin.referentiel.feed;

import fr.parchemin.referentiel.identifier.CertificationNumber;
import fr.parchemin.referentiel.identifier.Normalised;
import fr.parchemin.referentiel.identifier.Siret;
import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the CSV set says of one certification. It says less than the XML: what it does not speak of or leaves empty stays as it is
 * recorded, and a value that says the same in other characters (an accent composed or not, an apostrophe doubled) is no change.
 */
public final class CsvSheet {

    private static final String PARTNERS = "PARTENAIRES/PARTENAIRE";
    private static final Pattern LEVEL = Pattern.compile("NIV([1-8])");
    private static final Map<AccessRoute, String> ROUTES = Map.of(
            AccessRoute.INITIAL, "Après un parcours de formation sous statut d’élève ou d’étudiant",
            AccessRoute.APPRENTICESHIP, "En contrat d’apprentissage",
            AccessRoute.CONTINUING, "Après un parcours de formation continue",
            AccessRoute.PROFESSIONALISATION, "En contrat de professionnalisation",
            AccessRoute.INDIVIDUAL, "Par candidature individuelle",
            AccessRoute.EXPERIENCE, "Par expérience");

    private final String number;
    private final Map<CsvFile, List<List<String>>> rows = new EnumMap<>(CsvFile.class);
    private final List<String> warnings = new ArrayList<>();
    private @Nullable Integer line;

    /** Lists of the sheet that are others after this set, as {@link RawElement#name} begins for what is within their items. */
    private final List<String> changedLists = new ArrayList<>();

    /** @param number as the set writes it */
    public CsvSheet(String number) {
        this.number = number;
    }

    /** The label of an open route in the set. */
    public static String label(AccessRoute route) {
        return Objects.requireNonNull(ROUTES.get(route));
    }

    public String number() {
        return number;
    }

    /** Line of the file Standard on which it stands, from 1; null when it does not. */
    public @Nullable Integer line() {
        return line;
    }

    /** Says on which line of the file Standard it stands; the first counts. */
    public void standsOn(int lineOfStandard) {
        line = Objects.requireNonNullElse(line, lineOfStandard);
    }

    /**
     * Adds a row: its values in the order of {@link CsvFile#columns}, an absent one as an empty text. Characters that the XML of
     * the sheet could not hold are dropped.
     */
    public void add(CsvFile file, List<String> values) {
        List<String> row = new ArrayList<>(values.size());
        for (String value : values) {
            String kept = Texts.inXml(value);
            if (!kept.equals(value)) {
                warn(file.columns().get(row.size()) + " has control characters: they are dropped");
            }
            row.add(kept);
        }
        rows.computeIfAbsent(file, f -> new ArrayList<>()).add(row);
    }

    /** Whether the set has the row without which there is no sheet. */
    public boolean isComplete() {
        return rows.containsKey(CsvFile.STANDARD)
                && CertificationNumber.ofFeed(number).isPresent()
                && text(standard(), 2) != null;
    }

    /** What is odd, once {@link #sheet} and {@link #partners} were called. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * The sheet as it is after this set.
     *
     * @param known as it is recorded, null when it is new
     * @param knownPartners as they are recorded
     */
    public Sheet sheet(@Nullable Sheet known, List<Partner> knownPartners) {
        Sheet before = known == null ? empty() : known;
        if (before.other().stream().anyMatch(e -> e.name().startsWith(PARTNERS))) {
            List<Partner> unused = partners(knownPartners); // to know whether they are others
        }
        List<String> row = standard();
        Sheet.Validity validity = before.validity();
        return new Sheet(
                before.number(),
                sheetId(row, before.sheetId()),
                keep(before.title(), Objects.requireNonNull(text(row, 2))),
                coded(before.abbreviation(), text(row, 3), text(row, 4)),
                before.state(),
                active(row, before.active()),
                level(before.level(), text(row, 5), text(row, 6)),
                keepNullable(before.registrationType(), text(row, 13)),
                new Sheet.Validity(
                        validity.publishedOn(),
                        date(row, 12, validity.effectiveOn()),
                        date(row, 10, validity.decidedOn()),
                        date(row, 9, validity.lastOfficialJournalOn()),
                        date(row, 11, validity.registrationEndsOn()),
                        validity.lastDeliveryOn()),
                codes(CsvFile.NSF, "CODES_NSF/NSF", before.nsf()),
                codes(CsvFile.FORMACODES, "FORMACODES/FORMACODE", before.formacodes()),
                codes(CsvFile.ROME, "CODES_ROME/ROME", before.rome()),
                before.idcc(),
                certifiers(before.certifiers()),
                before.objectives(),
                before.activities(),
                before.attestedCompetences(),
                before.sectors(),
                before.jobs(),
                before.regulations(),
                before.prerequisites(),
                blocks(before.blocks()),
                routes(before.accessRoutes()),
                before.statistics(),
                links(1, "ANCIENNES_CERTIFICATIONS/ANCIENNE_CERTIFICATION", before.predecessors()),
                links(2, "NOUVELLES_CERTIFICATIONS/NOUVELLE_CERTIFICATION", before.successors()),
                before.correspondences(),
                yesNo(row, 7, before.newCaledonia()),
                yesNo(row, 8, before.frenchPolynesia()),
                other(before.other(), text(row, 14)));
    }

    /** The partners as they are after this set. */
    public List<Partner> partners(List<Partner> known) {
        return merged(
                CsvFile.PARTNERS,
                PARTNERS,
                known,
                (partner, row) -> same(partner.name(), text(row, 1))
                        && Objects.equals(partner.siret(), siret(row, 2))
                        && same(partner.authorisation(), text(row, 3)),
                row -> new Partner(siret(row, 2), text(row, 1), text(row, 3), null, null, null));
    }

    private Sheet empty() {
        return new Sheet(
                CertificationNumber.ofFeed(number).orElseThrow().value(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                new Sheet.Validity(null, null, null, null, null, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new Sheet.Prerequisites(null, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    private List<String> standard() {
        return Objects.requireNonNull(rows.get(CsvFile.STANDARD)).getFirst();
    }

    private List<List<String>> rows(CsvFile file) {
        return rows.getOrDefault(file, List.of());
    }

    private List<Sheet.Block> blocks(List<Sheet.Block> before) {
        return merged(
                CsvFile.BLOCKS,
                "BLOCS_COMPETENCES/BLOC_COMPETENCES",
                before,
                (block, row) -> block.code().equals(text(row, 1)) && same(block.label(), text(row, 2)),
                row -> {
                    String code = Objects.requireNonNullElse(text(row, 1), "");
                    Optional<Sheet.Block> old =
                            before.stream().filter(b -> b.code().equals(code)).findFirst();
                    return new Sheet.Block(
                            code,
                            text(row, 2),
                            old.map(Sheet.Block::competencesText).orElse(null),
                            old.map(Sheet.Block::assessmentText).orElse(null),
                            old.map(Sheet.Block::trainingPrerequisites).orElse(null),
                            old.map(Sheet.Block::certificationPrerequisites).orElse(null));
                });
    }

    private List<Sheet.Certifier> certifiers(List<Sheet.Certifier> before) {
        return merged(
                CsvFile.CERTIFIERS,
                "CERTIFICATEURS/CERTIFICATEUR",
                before,
                (certifier, row) ->
                        Objects.equals(certifier.siret(), siret(row, 1)) && same(certifier.name(), text(row, 2)),
                row -> new Sheet.Certifier(siret(row, 1), text(row, 2), null, null, null, null));
    }

    private List<Sheet.Coded> codes(CsvFile file, String list, List<Sheet.Coded> before) {
        return merged(
                file,
                list,
                before,
                (coded, row) -> coded.code().equals(text(row, 1)) && same(coded.label(), label(row)),
                row -> new Sheet.Coded(Objects.requireNonNullElse(text(row, 1), ""), label(row)));
    }

    /** Two of the files repeat the code before the label. */
    private static @Nullable String label(List<String> row) {
        String label = text(row, 2);
        String repeated = text(row, 1) + " : ";
        return label != null && label.startsWith(repeated) && label.length() > repeated.length()
                ? label.substring(repeated.length())
                : label;
    }

    /** Each row as the element that says the same, or a new one; those before that no row says are gone. */
    private <T> List<T> merged(
            CsvFile file,
            String list,
            List<T> before,
            BiPredicate<T, List<String>> says,
            Function<List<String>, T> make) {
        List<T> left = new ArrayList<>(before);
        List<T> after = new ArrayList<>();
        for (List<String> row : rows(file)) {
            Optional<T> found = left.stream().filter(t -> says.test(t, row)).findFirst();
            found.ifPresent(left::remove);
            after.add(found.orElseGet(() -> make.apply(row)));
        }
        if (left.isEmpty() && after.size() == before.size()) {
            // The same elements in another order say nothing new.
            return before;
        }
        changedLists.add(list + '[');
        return after;
    }

    private List<Sheet.Route> routes(List<Sheet.Route> before) {
        Set<AccessRoute> open = EnumSet.noneOf(AccessRoute.class);
        for (List<String> row : rows(CsvFile.ROUTES)) {
            String said = text(row, 1);
            Optional<AccessRoute> route = ROUTES.entrySet().stream()
                    .filter(e -> same(e.getValue(), said))
                    .map(Map.Entry::getKey)
                    .findFirst();
            route.ifPresentOrElse(open::add, () -> warnings.add("Si_Jury " + said + " is no known route"));
        }
        List<Sheet.Route> routes = new ArrayList<>();
        for (AccessRoute route : AccessRoute.values()) {
            Optional<Sheet.Route> known =
                    before.stream().filter(r -> r.route() == route).findFirst();
            boolean wasOpen = known.map(r -> Boolean.TRUE.equals(r.open())).orElse(false);
            if (known.isPresent() && wasOpen == open.contains(route)) {
                routes.add(known.get());
            } else if (known.isPresent() || open.contains(route)) {
                routes.add(new Sheet.Route(
                        route,
                        open.contains(route),
                        known.map(Sheet.Route::juryComposition).orElse(null),
                        known.map(Sheet.Route::changedOn).orElse(null)));
            }
        }
        return routes;
    }

    private List<String> links(int column, String list, List<String> before) {
        List<String> after = rows(CsvFile.LINKS).stream()
                .map(row -> text(row, column))
                .filter(Objects::nonNull)
                .map(CertificationNumber::ofFeed)
                .flatMap(Optional::stream)
                .map(CertificationNumber::value)
                .distinct()
                .toList();
        if (Set.copyOf(after).equals(Set.copyOf(before))) {
            return before;
        }
        changedLists.add(list + '[');
        return after;
    }

    /** What the sheet keeps without a field: partial validation and collective agreements. */
    private List<RawElement> other(List<RawElement> before, @Nullable String partialValidation) {
        List<RawElement> after = new ArrayList<>(before);
        // Which item it belongs to is no longer known.
        after.removeIf(element -> changedLists.stream().anyMatch(element.name()::startsWith));
        if (partialValidation != null) {
            set(after, "VALIDATION_PARTIELLE", partialValidation, List.of());
        }
        List<String> agreements = rows(CsvFile.AGREEMENTS).stream().findFirst().orElse(List.of());
        for (int i = 1; i <= 3; i++) {
            String code = agreements.isEmpty() ? null : text(agreements, 2 * i - 1);
            String label = agreements.isEmpty() ? null : text(agreements, 2 * i);
            List<RawElement> children = Stream.of(leaf("NUMERO", code), leaf("LIBELLE", label))
                    .filter(Objects::nonNull)
                    .toList();
            set(after, "CCN_" + i, null, children);
        }
        return FicheWriter.ordered(after);
    }

    private static void set(List<RawElement> all, String name, @Nullable String text, List<RawElement> children) {
        RawElement element = new RawElement(name, text, children);
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                at = i;
            }
        }
        boolean says = text != null || !children.isEmpty();
        if (at >= 0 && says && !saysSame(all.get(at), element)) {
            all.set(at, element);
        } else if (at >= 0 && !says) {
            all.remove(at);
        } else if (at < 0 && says) {
            all.add(element);
        }
    }

    private static boolean saysSame(RawElement a, RawElement b) {
        if (!same(a.text(), b.text()) || a.children().size() != b.children().size()) {
            return false;
        }
        return a.children().stream()
                .allMatch(x -> b.children().stream().anyMatch(y -> x.name().equals(y.name()) && saysSame(x, y)));
    }

    private static @Nullable RawElement leaf(String name, @Nullable String text) {
        return text == null ? null : new RawElement(name, text, List.of());
    }

    private static Sheet.@Nullable Coded coded(
            Sheet.@Nullable Coded before, @Nullable String code, @Nullable String label) {
        if (code == null) {
            return before;
        }
        return before != null && before.code().equals(code) && same(before.label(), label)
                ? before
                : new Sheet.Coded(code, label);
    }

    private static Sheet.@Nullable Level level(
            Sheet.@Nullable Level before, @Nullable String code, @Nullable String label) {
        if (code == null) {
            return before;
        }
        if (before != null && before.code().equals(code) && same(before.label(), label)) {
            return before;
        }
        Matcher m = LEVEL.matcher(code);
        return new Sheet.Level(code, m.matches() ? Integer.valueOf(m.group(1)) : null, label);
    }

    private @Nullable Boolean active(List<String> row, @Nullable Boolean before) {
        String said = text(row, 15);
        return said == null
                ? before
                : switch (said.toUpperCase(Locale.ROOT)) {
                    case "ACTIVE" -> Boolean.TRUE;
                    case "INACTIVE" -> Boolean.FALSE;
                    default -> {
                        warnings.add("Actif " + said + " is neither ACTIVE nor INACTIVE");
                        yield before;
                    }
                };
    }

    private @Nullable Boolean yesNo(List<String> row, int column, @Nullable Boolean before) {
        String said = text(row, column);
        Boolean value = said == null ? before : Texts.yesNo(said);
        if (said != null && value == null) {
            warnings.add(CsvFile.STANDARD.columns().get(column) + " " + said + " is neither Oui nor Non");
            return before;
        }
        return value;
    }

    private @Nullable LocalDate date(List<String> row, int column, @Nullable LocalDate before) {
        String said = text(row, column);
        LocalDate date = said == null ? before : Texts.date(said);
        if (said != null && date == null) {
            warnings.add(CsvFile.STANDARD.columns().get(column) + " " + said + " is no date");
            return before;
        }
        return date;
    }

    private @Nullable Long sheetId(List<String> row, @Nullable Long before) {
        String said = text(row, 1);
        Long id = said == null ? before : Texts.whole(said);
        if (said != null && id == null) {
            warnings.add("Id_Fiche " + said + " is no number");
            return before;
        }
        return id;
    }

    private @Nullable String siret(List<String> row, int column) {
        String said = text(row, column);
        if (said == null) {
            return null;
        }
        String siret = Siret.ofFeed(said);
        // A row may be looked at more than once.
        Siret.remark(said, siret).ifPresent(remark -> warn("SIRET " + remark));
        return siret;
    }

    private void warn(String remark) {
        if (!warnings.contains(remark)) {
            warnings.add(remark);
        }
    }

    private static String keep(String before, String after) {
        return same(before, after) ? before : after;
    }

    private static @Nullable String keepNullable(@Nullable String before, @Nullable String after) {
        return after == null || (before != null && same(before, after)) ? before : after;
    }

    /** Whether two texts say the same: composed or not, with one apostrophe or two, whatever the white space. */
    private static boolean same(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return Objects.equals(a, b);
        }
        return a.equals(b) || plain(a).equals(plain(b));
    }

    private static String plain(String text) {
        return Normalised.text(text).replace("''", "'");
    }

    /** A value without white space of any kind around it, a TAB included; null when there is none. */
    private static @Nullable String text(List<String> row, int column) {
        if (column >= row.size()) {
            return null;
        }
        String text = Normalised.trimmed(row.get(column));
        return text.isEmpty() ? null : text.replace("''", "'");
    }
}
