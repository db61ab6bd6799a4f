package fr.parchemin.referentiel;

import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sheets as a register may have them: any field absent, any text odd. The same seed gives the same sheets. */
public final class RandomSheets {

    private static final List<String> WORDS = List.of(
            "métier",
            "œuvre",
            "l'été",
            "«qualité»",
            "R&D",
            "<b>",
            "\"guillemets\"",
            "]]>",
            "niveau\n-\tdeux",
            "№",
            "😀",
            "\\antislash",
            "C++",
            "a;b",
            "fin\r\n",
            "déjà",
            "sécurité",
            "\u00a0insécable",
            "&eacute;");

    private final Random random;

    public RandomSheets(long seed) {
        this.random = new Random(seed);
    }

    public Sheet sheet(String number) {
        List<Sheet.Certifier> certifiers = some(
                3,
                () -> new Sheet.Certifier(
                        siret(),
                        maybe(this::name),
                        maybe(this::name),
                        maybe(this::name),
                        maybe(random::nextBoolean),
                        day()));
        return new Sheet(
                number,
                maybe(() -> random.nextLong(1_000_000)),
                name(),
                maybe(() -> coded("TP")),
                maybe(() -> "Publiée"),
                maybe(random::nextBoolean),
                maybe(() -> level(1 + random.nextInt(8))),
                maybe(() -> "Enregistrement de droit"),
                new Sheet.Validity(day(), day(), day(), day(), day(), day()),
                codes("332t", "344t", "251"),
                codes("44091", "42839"),
                codes("K1204"),
                codes("1261", "0016"),
                certifiers,
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                new Sheet.Prerequisites(text(), text()),
                IntStream.range(0, number.startsWith("RS") ? 0 : random.nextInt(4))
                        .mapToObj(i -> new Sheet.Block(
                                number + "BC0" + (i + 1), maybe(this::name), text(), text(), text(), text()))
                        .toList(),
                Arrays.stream(AccessRoute.values())
                        .filter(r -> random.nextBoolean())
                        .map(r -> new Sheet.Route(r, maybe(random::nextBoolean), text(), day()))
                        .toList(),
                some(
                        3,
                        () -> new Sheet.Statistic(
                                2000 + random.nextInt(30), figure(), figure(), figure(), figure(), figure())),
                some(3, this::number).stream().distinct().toList(),
                some(3, this::number).stream().distinct().toList(),
                some(
                        2,
                        () -> new Sheet.Correspondence(
                                some(3, () -> number + "BC0" + random.nextInt(9)),
                                maybe(this::number),
                                some(2, () -> "RNCP1BC0" + random.nextInt(9)))),
                maybe(random::nextBoolean),
                maybe(random::nextBoolean),
                other(certifiers.size()));
    }

    public List<Partner> partners() {
        return some(
                4,
                () -> new Partner(
                        siret(),
                        maybe(this::name),
                        maybe(() -> "HABILITATION_FORMER"),
                        maybe(() -> "Actif"),
                        day(),
                        day()));
    }

    /** In the order in which it is read. */
    private List<RawElement> other(int certifiers) {
        List<RawElement> elements = new ArrayList<>();
        if (random.nextBoolean()) {
            elements.add(new RawElement(
                    "CCN_1",
                    null,
                    List.of(
                            new RawElement("NUMERO", "3016", List.of()),
                            new RawElement("LIBELLE", name(), List.of()))));
        }
        IntStream.rangeClosed(1, certifiers)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> new RawElement("CERTIFICATEURS/CERTIFICATEUR[" + i + "]/SIGLE", name(), List.of()))
                .forEach(elements::add);
        Stream.of("DUREE_ENREGISTREMENT", "VALIDATION_PARTIELLE", "NOUVEAU_CHAMP")
                .filter(n -> random.nextBoolean())
                .forEach(n -> elements.add(new RawElement(n, "5", List.of())));
        return elements;
    }

    private Sheet.Level level(int value) {
        return new Sheet.Level("NIV" + value, value, maybe(this::name));
    }

    private Sheet.Coded coded(String code) {
        return new Sheet.Coded(code, maybe(this::name));
    }

    private List<Sheet.Coded> codes(String... codes) {
        return Arrays.stream(codes)
                .filter(c -> random.nextBoolean())
                .map(this::coded)
                .toList();
    }

    private String number() {
        return (random.nextBoolean() ? "RNCP" : "RS") + (1 + random.nextInt(40_000));
    }

    private @Nullable String siret() {
        return maybe(() -> "11000007200014");
    }

    private @Nullable Integer figure() {
        return maybe(() -> random.nextInt(1000));
    }

    private @Nullable LocalDate day() {
        return maybe(() -> LocalDate.of(2000 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    }

    /** A short text, without white space around it. */
    private String name() {
        return "Nom " + String.join(" ", some(5, this::word)) + ".";
    }

    private @Nullable String text() {
        return maybe(() -> "\n- " + String.join(" ", some(40, this::word)) + "x ");
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
