package fr.parchemin.results.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.results.declaration.FluxSchema.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that leave, and our schemas: each is held against what is known of the format. */
class FluxFormatTest {

    private static final UUID ID = UUID.fromString("019ab0c4-7e1c-7000-8000-000000000001");
    private static final CdcTerms.Sender SENDER =
            new CdcTerms.Sender("CLIENT01", "CERTIF01", "CONTRAT-FICTIF", "CERTIFICATEUR");

    private static String document(Version version, Flux.Action action, List<Passage> passages) {
        FluxText xml = new FluxText(passages.size());
        passages.forEach(p -> FluxFormat.passage(xml, p));
        return FluxFormat.head(ID, Instant.parse("2026-11-30T10:15:30.987Z"), action, version, SENDER, "RNCP37722")
                + new String(xml.plain(), 0, xml.size(), StandardCharsets.UTF_8)
                + FluxFormat.foot();
    }

    private static String one() {
        return document(
                Version.V1_1_5,
                Flux.Action.CREATION,
                List.of(PassagePolicyTest.passage(
                        PassagePolicyTest.holder("D'ÉTÉ & <FILS>", "Zoé", "F", "35238", "FRA"))));
    }

    private static List<String> faults(Version version, String document) {
        return FluxSchema.faults(version, document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesWhatTheFormatAsksFor() {
        assertThat(faults(Version.V1_1_5, one())).isEmpty();
        assertThat(one())
                .contains("<cpf:horodatage>2026-11-30T11:15:30+01:00</cpf:horodatage><cpf:action>CREATION</cpf:action>")
                .contains(
                        "<cpf:nomNaissance>D'ÉTÉ &amp; &lt;FILS&gt;</cpf:nomNaissance><cpf:nomUsage xsi:nil=\"true\"/>")
                .contains("<cpf:dateDebutExamen>2026-11-23</cpf:dateDebutExamen><cpf:dateFinExamen>2026-11-24<")
                .contains("<cpf:codeCommuneNaissance><cpf:codeInseeNaissance><cpf:codeInsee>35238<")
                .doesNotContain("codePaysNaissance", "prenom2", "<cpf:prenom1></cpf:prenom1>");
    }

    @Test
    void aHolderBornAbroadHasACountryAndAnEquivalenceHasNoExam() {
        Passage abroad = PassagePolicyTest.passage(PassagePolicyTest.holder("FICTIF", "Ana", "F", "99109", "DEU"));
        Passage equivalent = new Passage(
                abroad.id(), abroad.awardedOn(), "EXPERIENCE", true, null, null, false, null, null, abroad.holder());
        String xml = document(Version.V1_1_2, Flux.Action.CREATION, List.of(equivalent));
        assertThat(faults(Version.V1_1_2, xml)).isEmpty();
        assertThat(xml)
                .contains("<cpf:codePaysNaissance>109</cpf:codePaysNaissance>")
                .contains("<cpf:modaliteAcces xsi:nil=\"true\"/>")
                .doesNotContain("Examen>", "dateInscription", "action");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theSummerHasItsOwnOffset(Version version) {
        assertThat(FluxFormat.head(
                        ID, Instant.parse("2026-07-01T22:30:00Z"), Flux.Action.SUPPRESSION, version, SENDER, "RS1"))
                .contains("<cpf:horodatage>2026-07-02T00:30:00+02:00</cpf:horodatage>", "<cpf:type>RS</cpf:type>");
    }

    /** The behaviour of schema 1.1.2 as it was observed: each change of a good document, and what the schema says of it. */
    @ParameterizedTest(name = "{0} -> {1}: accepted {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "+01:00</cpf:horodatage> | Z</cpf:horodatage> | false",
                ":30+01:00 | :30.123+01:00 | false",
                "+01:00</cpf:horodatage> | </cpf:horodatage> | false",
                "<cpf:codePostalCentreExamen>35000</cpf:codePostalCentreExamen> | <cpf:codePostalCentreExamen/> | false",
                "<cpf:nomUsage xsi:nil=\"true\"/> | <!----> | false",
                "<cpf:scoring xsi:nil=\"true\"/> | <!----> | false",
                "<cpf:scoring xsi:nil=\"true\"/> | <cpf:scoring xsi:nil=\"true\">12</cpf:scoring> | false",
                "<cpf:sexe>F</cpf:sexe> | <cpf:sexe>F</cpf:sexe><cpf:sexe>F</cpf:sexe> | false",
                "<cpf:sexe>F</cpf:sexe> | <cpf:sexe>X</cpf:sexe> | false",
                "<cpf:dateDebutExamen>2026-11-23 | <cpf:dateDebutExamen>2026-02-31 | false",
                "<cpf:dateDebutExamen>2026-11-23 | <cpf:dateDebutExamen>2026-11-23Z | false",
                "<cpf:anneeNaissance>2001 | <cpf:anneeNaissance>1899 | false",
                "<cpf:codeInseeNaissance><cpf:codeInsee>35238</cpf:codeInsee></cpf:codeInseeNaissance> | <!----> | false",
                "<cpf:codeInseeNaissance><cpf:codeInsee>35238</cpf:codeInsee></cpf:codeInseeNaissance> | <cpf:codePostalNaissance><cpf:codePostal xsi:nil=\"true\"/></cpf:codePostalNaissance> | true",
                "<cpf:moisNaissance>2< | <cpf:moisNaissance>02< | true",
                "<cpf:donneeCertifiee>true< | <cpf:donneeCertifiee>1< | true",
                "<cpf:nomNaissance>FICTIF< | <cpf:nomNaissance> < | true",
                "<cpf:idClient>CLIENT01 | <cpf:idClient>CLIENT1 | false",
                "<cpf:emetteur> | <cpf:action>CREATION</cpf:action><cpf:emetteur> | false",
                "</cpf:certificateur> | </cpf:certificateur><cpf:certificateur/> | false"
            })
    void schema112BehavesAsObserved(String from, String to, boolean accepted) {
        Passage passage = PassagePolicyTest.passage(PassagePolicyTest.holder("FICTIF", "Zoé", "F", "35238", "FRA"));
        String good = document(Version.V1_1_2, Flux.Action.CREATION, List.of(passage));
        assertThat(faults(Version.V1_1_2, good)).isEmpty();
        assertThat(good).contains(from);
        assertThat(faults(
                                Version.V1_1_2,
                                good.replaceFirst(
                                        java.util.regex.Pattern.quote(from),
                                        java.util.regex.Matcher.quoteReplacement(to)))
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void childrenMayComeInAnyOrderAndTheSameIdTwice() {
        Passage passage = PassagePolicyTest.passage(PassagePolicyTest.holder("FICTIF", "Zoé", "F", "35238", "FRA"));
        String twice = document(Version.V1_1_2, Flux.Action.CREATION, List.of(passage, passage));
        assertThat(faults(Version.V1_1_2, twice)).isEmpty();
        assertThat(
                        faults(
                                Version.V1_1_2,
                                twice.replace(
                                        "<cpf:obtentionCertification>PAR_ADMISSION</cpf:obtentionCertification><cpf:donneeCertifiee>true</cpf:donneeCertifiee>",
                                        "<cpf:donneeCertifiee>true</cpf:donneeCertifiee><cpf:obtentionCertification>PAR_ADMISSION</cpf:obtentionCertification>")))
                .isEmpty();
    }

    /** Whoever passes the checks passes the schema, whatever their name: 5,000 random people. */
    @Test
    void whatTheChecksLetThroughTheSchemaDoesToo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Passage passage = PassagePolicyTest.passage(anybody(random));
            String xml = document(Version.V1_1_5, Flux.Action.CREATION, List.of(passage));
            boolean checked = PassagePolicy.faults(passage).isEmpty();
            if (checked) {
                assertThat(faults(Version.V1_1_5, xml))
                        .as("seed %d, %s", seed, passage)
                        .isEmpty();
            }
        }
    }

    private static Passage.Holder anybody(Random random) {
        return new Passage.Holder(
                name(random),
                random.nextInt(3) == 0 ? name(random) : null,
                List.of(name(random), name(random), name(random), name(random)).subList(0, random.nextInt(5)),
                List.of("M", "F", "M", "F", "").get(random.nextInt(5)),
                LocalDate.of(1895 + random.nextInt(130), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                name(random),
                random.nextInt(4) == 0 ? null : "%05d".formatted(random.nextInt(100_000)),
                random.nextInt(4) == 0 ? "DEU" : "FRA");
    }

    private static String name(Random random) {
        String letters = "AbcÉèïœ'-  &<>\"\u00a0\u2019\ud83d\ude00\t";
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(70);
        for (int i = 0; i < length; i++) {
            int at = random.nextInt(letters.length());
            name.append(letters.charAt(at));
        }
        return random.nextInt(3) == 0 ? name.toString() : name.toString().replaceAll("[\ud83d\ude00]", "x");
    }
}
