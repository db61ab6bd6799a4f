package fr.parchemin.localstack.large;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.large.Title.Block;
import fr.parchemin.localstack.large.Title.Competence;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the invented titles into the catalogue, each with its competences and the plan of its exam. */
final class Catalogue {

    /** Earlier than any export of the register, so that every real one is newer. */
    private static final String FILE = "export_fiches_RNCP_V4_1_2020-01-02.xml";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int SIMULATION = 60;
    private static final int INTERVIEW = 30;
    private static final int FINAL = 20;

    private final JourneyClient client;
    private final List<Title> titles;

    Catalogue(JourneyClient client, List<Title> titles) {
        this.client = client;
        this.titles = titles;
    }

    /** Adds what is missing. */
    void complete(DemoSet set) {
        List<Title> missing = titles.stream()
                .filter(t -> !client.certificationExists(t.number()))
                .toList();
        if (!missing.isEmpty()) {
            String sheets =
                    missing.stream().map(t -> sheet(t, set.from(), end(set, t))).collect(Collectors.joining());
            JsonNode job = client.addToRegister(FILE, sheets);
            if (!job.path("state").asText().equals("DONE")) {
                throw new JourneyException("The invented titles were not taken in: " + job);
            }
        }
        titles.stream().filter(Title::invented).forEach(this::plan);
    }

    /** The last day of registration of each. */
    Map<String, LocalDate> ends() {
        Map<String, LocalDate> ends = new HashMap<>();
        for (Title title : titles) {
            JsonNode end = client.certification(title.number()).findValue("registrationEndsOn");
            if (end != null && end.isTextual()) {
                ends.put(title.number(), LocalDate.parse(end.asText()));
            }
        }
        return ends;
    }

    /** Within four years; the first of them in half a year. */
    private LocalDate end(DemoSet set, Title title) {
        return set.until().plusMonths(2 + 11L * (titles.indexOf(title) * 5 % titles.size()) / 3);
    }

    private void plan(Title title) {
        Api api = client.api();
        String path = "/v1/certifications/" + title.number() + "/assessment-plan";
        if (client.hasAssessmentPlan(title.number())) {
            return;
        }
        List<ObjectNode> targets = new ArrayList<>();
        targets.add(api.object(
                "target",
                Plan.TITLE,
                "totalMinutes",
                SIMULATION + INTERVIEW + FINAL,
                "events",
                List.of(
                        event(
                                "MSP",
                                "PROFESSIONAL_SIMULATION",
                                "Mise en situation professionnelle",
                                SIMULATION,
                                List.of(),
                                title.blocks()),
                        event(
                                "ET",
                                "TECHNICAL_INTERVIEW",
                                "Entretien technique",
                                INTERVIEW,
                                List.of("MSP"),
                                List.of(title.blocks().getLast())),
                        event(
                                Title.FINAL_INTERVIEW,
                                "FINAL_INTERVIEW",
                                "Entretien final",
                                FINAL,
                                List.of("ET"),
                                List.of()))));
        for (Block block : title.blocks()) {
            targets.add(api.object(
                    "target",
                    block.code(),
                    "totalMinutes",
                    SIMULATION,
                    "events",
                    List.of(event(
                            "MSP",
                            "PROFESSIONAL_SIMULATION",
                            "Mise en situation professionnelle",
                            SIMULATION,
                            List.of(),
                            List.of(block)))));
        }
        List<ObjectNode> competences = title.blocks().stream()
                .map(b -> api.object(
                        "block",
                        b.code(),
                        "labels",
                        b.competences().stream().map(Competence::label).toList()))
                .toList();
        api.put(client.actors().certifier(), path, api.object("targets", targets, "competences", competences), null);
    }

    private ObjectNode event(
            String code, String kind, String label, int minutes, List<String> after, List<Block> blocks) {
        return client.api()
                .object(
                        "code",
                        code,
                        "kind",
                        kind,
                        "label",
                        label,
                        "minutes",
                        minutes,
                        "after",
                        after,
                        "competences",
                        blocks.stream()
                                .flatMap(b -> b.competences().stream())
                                .map(Competence::code)
                                .toList());
    }

    private static String sheet(Title title, LocalDate from, LocalDate end) {
        StringBuilder xml = new StringBuilder(
                """
                  <!-- Invented: stands in no register. -->
                  <FICHE>
                    <NUMERO_FICHE>%s</NUMERO_FICHE>
                    <INTITULE>%s</INTITULE>
                    <ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>
                    <ETAT_FICHE>Publiée</ETAT_FICHE>
                    <NOMENCLATURE_EUROPE><NIVEAU>NIV%d</NIVEAU><LIBELLE>Niveau %d</LIBELLE></NOMENCLATURE_EUROPE>
                    <CODES_NSF><NSF><CODE>%s</CODE><LIBELLE>Domaine fictif</LIBELLE></NSF></CODES_NSF>
                    <CODES_ROME><ROME><CODE>%s</CODE><LIBELLE>Métier fictif</LIBELLE></ROME></CODES_ROME>
                    <CERTIFICATEURS>
                      <CERTIFICATEUR>
                        <SIRET_CERTIFICATEUR>11000007200014</SIRET_CERTIFICATEUR>
                        <NOM_CERTIFICATEUR>CERTIFICATEUR FICTIF</NOM_CERTIFICATEUR>
                      </CERTIFICATEUR>
                    </CERTIFICATEURS>
                    <BLOCS_COMPETENCES>
                """.formatted(title.number(), title.label(), title.level(), title.level(), title.nsf(), title.rome()));
        for (Block block : title.blocks()) {
            xml.append("""
                          <BLOC_COMPETENCES>
                            <CODE>%s</CODE>
                            <LIBELLE>%s</LIBELLE>
                            <LISTE_COMPETENCES><![CDATA[%s]]></LISTE_COMPETENCES>
                            <MODALITES_EVALUATION><![CDATA[Mise en situation fictive]]></MODALITES_EVALUATION>
                          </BLOC_COMPETENCES>
                    """.formatted(
                            block.code(),
                            block.label(),
                            block.competences().stream().map(Competence::label).collect(Collectors.joining("\n"))));
        }
        xml.append("    </BLOCS_COMPETENCES>\n");
        for (String route : List.of("CA", "FC", "CQ", "VAE")) {
            xml.append("    <SI_JURY_%s><ACTIF>Oui</ACTIF><COMPOSITION>Jury fictif</COMPOSITION></SI_JURY_%s>%n"
                    .formatted(route, route));
        }
        return xml.append("""
                    <DATE_EFFET>%s</DATE_EFFET>
                    <DATE_FIN_ENREGISTREMENT>%s</DATE_FIN_ENREGISTREMENT>
                    <ACTIF>Oui</ACTIF>
                  </FICHE>
                """.formatted(DAY.format(from.minusMonths(6)), DAY.format(end)))
                .toString();
    }
}
