package fr.parchemin.results.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.results.declaration.FluxSchema.Version;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The grammar against the schema: of what the one is sure, the other accepts. */
class FluxGrammarTest {

    /** Every element that a passage may have, but for the two other ways to name a holder. */
    private static final String FULL = """
            <cpf:passageCertification><cpf:idTechnique>019ab0c4-7e1c-7000-8000-000000000001</cpf:idTechnique><cpf:urlPreuve>https://e.fr</cpf:urlPreuve><cpf:libelleOption>Une option</cpf:libelleOption><cpf:obtentionCertification>PAR_SCORING</cpf:obtentionCertification><cpf:donneeCertifiee>true</cpf:donneeCertifiee><cpf:dateDebutExamen>2024-02-29</cpf:dateDebutExamen><cpf:dateFinExamen>2024-03-01</cpf:dateFinExamen><cpf:modalitePassageExamen>MIXTE</cpf:modalitePassageExamen><cpf:codePostalCentreExamen>35000</cpf:codePostalCentreExamen><cpf:dateDebutValidite>2024-04-30</cpf:dateDebutValidite><cpf:dateFinValidite>2029-12-31</cpf:dateFinValidite><cpf:presenceNiveauLangueEuro>true</cpf:presenceNiveauLangueEuro><cpf:niveauLangueEuropeen>B2</cpf:niveauLangueEuropeen><cpf:presenceNiveauNumeriqueEuro>false</cpf:presenceNiveauNumeriqueEuro><cpf:niveauNumeriqueEuropeen><cpf:scoreGeneral>1000</cpf:scoreGeneral><cpf:resultats><cpf:resultat><cpf:niveau>8</cpf:niveau><cpf:domaineCompetenceId>1</cpf:domaineCompetenceId><cpf:competenceId>é</cpf:competenceId></cpf:resultat></cpf:resultats></cpf:niveauNumeriqueEuropeen><cpf:scoring>12</cpf:scoring><cpf:mentionValidee>MENTION_BIEN</cpf:mentionValidee><cpf:modalitesInscription><cpf:modaliteAcces>VAE</cpf:modaliteAcces><cpf:voieAccessVAE>CONGES_VAE</cpf:voieAccessVAE><cpf:initiativeInscription>OF</cpf:initiativeInscription><cpf:dateInscription>1999-12-31</cpf:dateInscription></cpf:modalitesInscription><cpf:identificationTitulaire><cpf:titulaire><cpf:nomNaissance>D'ÉTÉ &amp; &lt;FILS&gt;</cpf:nomNaissance><cpf:nomUsage>Été\ud83d\ude00</cpf:nomUsage><cpf:prenom1>Zoé</cpf:prenom1><cpf:prenom2>Ana</cpf:prenom2><cpf:prenom3>Léa</cpf:prenom3><cpf:anneeNaissance>1970</cpf:anneeNaissance><cpf:moisNaissance>02</cpf:moisNaissance><cpf:jourNaissance>7</cpf:jourNaissance><cpf:sexe>F</cpf:sexe><cpf:codeCommuneNaissance><cpf:codeInseeNaissance><cpf:codeInsee>99109</cpf:codeInsee></cpf:codeInseeNaissance></cpf:codeCommuneNaissance><cpf:libelleCommuneNaissance>Bonn</cpf:libelleCommuneNaissance><cpf:codePaysNaissance>109</cpf:codePaysNaissance><cpf:libellePaysNaissance>Allemagne</cpf:libellePaysNaissance><cpf:commentairesMEN>Rien</cpf:commentairesMEN></cpf:titulaire></cpf:identificationTitulaire><cpf:verbatim>Rien</cpf:verbatim></cpf:passageCertification>
            """;

    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|[^<]+");

    /** Texts at the bounds of what the schema allows, and markup that is legal elsewhere or nowhere. */
    private static final List<String> TEXTS = texts();

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "A",
                "M ",
                " M",
                "true",
                "TRUE",
                "1",
                "0",
                "00",
                "01",
                "007",
                "0007",
                "00007",
                "8",
                "9",
                "12",
                "13",
                "31",
                "32",
                "-1",
                "+1",
                "1000",
                "1001",
                "1899",
                "1900",
                "2099",
                "2100",
                "99999999999",
                "1.0",
                "1900-02-29",
                "2000-02-29",
                "2023-02-29",
                "2024-04-31",
                "2024-00-10",
                "2024-13-10",
                "2024-12-32",
                "1899-12-31",
                "2100-01-01",
                "2024-12-31Z",
                "2024-12-31+01:00",
                " 2024-12-31",
                "24-12-31",
                "2024/12/31",
                "٢٠٢٤-12-31",
                "&amp;",
                "&#65;",
                "&#0;",
                "&nbsp;",
                "&",
                "]]>",
                ">",
                "\"",
                "'",
                "\t",
                "\n",
                "\r\n",
                "\u0001",
                "\u0080",
                "\u0085",
                "\u2028",
                "\ufffd",
                "\ufffe",
                "\ufeff",
                "<!-- -->",
                "<![CDATA[x]]>",
                "<?x y?>",
                "<cpf:sexe>F</cpf:sexe>",
                "<cpf:resultats/>",
                "<cpf:sexe xsi:nil=\"true\"/>",
                "<cpf:scoring xsi:nil=\"true\"/>",
                "<cpf:scoring xsi:nil=\"1\"></cpf:scoring>",
                "<scoring/>",
                "MENTION_BIEN",
                "VAE",
                "A1"));
        for (String letter : List.of("x", "é", "&lt;", "€", "\ud83d\ude00")) {
            for (int length : new int[] {1, 3, 4, 5, 6, 9, 10, 20, 21, 30, 31, 60, 61, 128, 250, 251, 255, 256}) {
                texts.add(letter.repeat(length));
            }
        }
        return texts;
    }

    private static byte[] document(Version version, byte[] passages) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes(FluxFormat.head(
                        new UUID(0, 1),
                        Instant.EPOCH,
                        Flux.Action.CREATION,
                        version,
                        new CdcTerms.Sender("CLIENT01", "CERTIF01", "CONTRAT-FICTIF", "CERTIFICATEUR"),
                        "RNCP37722")
                .getBytes(StandardCharsets.UTF_8));
        document.writeBytes(passages);
        document.writeBytes(FluxFormat.foot().getBytes(StandardCharsets.UTF_8));
        return document.toByteArray();
    }

    private static boolean sure(Version version, byte[] passages) {
        return FluxSchema.surelyPassages(version, passages, 0, passages.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void isSureOfEverythingThatAPassageMayHave(Version version) {
        assertThat(FluxSchema.faults(version, document(version, bytes(FULL)))).isEmpty();
        assertThat(sure(version, bytes(FULL))).isTrue();
        assertThat(sure(version, bytes(FULL + FULL))).isTrue();
        assertThat(sure(version, bytes(FULL + FULL.replace(">F<", ">X<")))).isFalse();
        assertThat(sure(version, Arrays.copyOf(bytes(FULL), bytes(FULL).length - 10)))
                .isFalse();
    }

    /** Each text of the document replaced by each of the others: sure is accepted, and refused is never sure. */
    @ParameterizedTest
    @EnumSource(Version.class)
    void isNeverSureOfATextThatTheSchemaRefuses(Version version) {
        List<String> tokens = tokens(FULL);
        int sure = 0;
        int accepted = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).startsWith("<") || tokens.get(i).isBlank()) {
                continue;
            }
            for (String text : TEXTS) {
                List<String> changed = new ArrayList<>(tokens);
                changed.set(i, text);
                byte[] passages = bytes(String.join("", changed));
                boolean schema =
                        FluxSchema.faults(version, document(version, passages)).isEmpty();
                if (sure(version, passages)) {
                    assertThat(schema).as("%s for %s", text, tokens.get(i - 1)).isTrue();
                    sure++;
                }
                accepted += schema ? 1 : 0;
            }
        }
        // It would be as sound if it were never sure, and of no use.
        assertThat(sure).isGreaterThan(accepted * 3 / 4);
    }

    /** Documents that are cut, doubled, turned round and scratched at random, up to four times each. */
    @Test
    void isNeverSureOfADocumentThatTheSchemaRefuses() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int sure = 0;
        for (int i = 0; i < 20_000; i++) {
            Version version = Version.values()[i % 2];
            List<String> tokens = tokens(i % 3 == 0 ? FULL + FULL : FULL);
            for (int n = random.nextInt(4); n >= 0; n--) {
                change(tokens, random);
            }
            byte[] passages = bytes(String.join("", tokens));
            if (random.nextInt(5) == 0) {
                passages[random.nextInt(passages.length)] = (byte) random.nextInt(256);
            }
            if (sure(version, passages)) {
                sure++;
                assertThat(FluxSchema.faults(version, document(version, passages)))
                        .as("seed %d: %s", seed, new String(passages, StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
        assertThat(sure).isGreaterThan(500);
    }

    private static List<String> tokens(String xml) {
        return new ArrayList<>(
                TOKEN.matcher(xml).results().map(MatchResult::group).toList());
    }

    private static void change(List<String> tokens, Random random) {
        int at = random.nextInt(tokens.size());
        int element = tokens.get(at).startsWith("<cpf:") ? end(tokens, at) : -1;
        switch (random.nextInt(8)) {
            case 0 -> tokens.set(at, TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> tokens.add(at, TEXTS.get(random.nextInt(TEXTS.size())));
            case 2 -> tokens.remove(at);
            case 3 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 4 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            case 5 -> {
                if (element > 0) {
                    tokens.subList(at, element + 1).clear();
                }
            }
            case 6 -> {
                if (element > 0) {
                    tokens.addAll(element + 1, List.copyOf(tokens.subList(at, element + 1)));
                }
            }
            default -> {
                if (element > 0) {
                    String name = tokens.get(at).substring(0, tokens.get(at).length() - 1);
                    tokens.subList(at, element + 1).clear();
                    tokens.add(at, name + " xsi:nil=\"true\"/>");
                }
            }
        }
        if (tokens.isEmpty()) {
            tokens.add("x");
        }
    }

    /** Where the element that begins at a token ends; less than nothing when it does not. */
    private static int end(List<String> tokens, int at) {
        String close = tokens.get(at).replace("<", "</");
        return tokens.get(at).endsWith("/>")
                ? at
                : tokens.subList(at, tokens.size()).indexOf(close) + at;
    }
}
