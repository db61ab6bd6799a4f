package fr.parchemin.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The title *Agent de médiation, information, services* as the référentiel tells it: codes and plan, short labels. */
public final class Rncp37722 {

    public static final String NUMBER = "RNCP37722";
    public static final String BC01 = "RNCP37722BC01";
    public static final String BC02 = "RNCP37722BC02";
    public static final String BC03 = "RNCP37722BC03";
    /** The competence that only the first-aid certificate shows. */
    public static final String FIRST_AID = "RNCP37722BC02-C3";

    private Rncp37722() {}

    /** Data of {@code CertificationPublished}. */
    public static Map<String, Object> event() {
        return event(NUMBER, 1, 30);
    }

    /** The same content under another number, version of the plan, and length of the production review. */
    public static Map<String, Object> event(String number, int planVersion, int reviewMinutes) {
        return Map.of(
                "number",
                number,
                "title",
                "Agent de médiation, information, services",
                "active",
                true,
                "registrationEndsOn",
                "2028-07-02",
                "routes",
                List.of(Map.of("route", "CONTINUING", "open", true)),
                "blocks",
                List.of(block(BC01, 5), block(BC02, 4), block(BC03, 3)),
                "plan",
                plan(planVersion, reviewMinutes));
    }

    /** Codes of the competences of each block, in order. */
    public static Map<String, List<String>> competences() {
        return new TreeMap<>(Map.of(BC01, codes(BC01, 5), BC02, codes(BC02, 4), BC03, codes(BC03, 3)));
    }

    /** The same content under another number, with an invented complementary certificate of one competence. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> withComplement(String number, String code) {
        Map<String, Object> title = new TreeMap<>(event(number, 1, 30));
        Map<String, Object> plan = new TreeMap<>((Map<String, Object>) title.get("plan"));
        List<Object> targets = new ArrayList<>((List<Object>) plan.get("targets"));
        targets.add(target(code, 30, event("MSP", "PROFESSIONAL_SIMULATION", 30, List.of(code + "-C1"))));
        plan.put("targets", targets);
        plan.put(
                "complements",
                List.of(Map.of(
                        "code",
                        code,
                        "label",
                        "Complément fictif",
                        "competences",
                        List.of(Map.of("code", code + "-C1", "label", "Compétence fictive")))));
        title.put("plan", plan);
        return title;
    }

    private static Map<String, Object> plan(int version, int reviewMinutes) {
        List<String> bc01 = codes(BC01, 5);
        List<String> bc02 =
                codes(BC02, 4).stream().filter(c -> !c.equals(FIRST_AID)).toList();
        List<String> bc03 = codes(BC03, 3);
        List<String> both = new ArrayList<>(bc01);
        both.addAll(bc02);
        return Map.of(
                "version", version,
                "targets",
                        List.of(
                                target(
                                        "TITLE",
                                        80 + reviewMinutes,
                                        event("MSP", "PROFESSIONAL_SIMULATION", 30, both),
                                        event("ET", "TECHNICAL_INTERVIEW", 30, both),
                                        event("QP", "PRODUCTION_REVIEW", reviewMinutes, bc03),
                                        event("EF", "FINAL_INTERVIEW", 20, List.of())),
                                target(
                                        BC01,
                                        40,
                                        event("MSP", "PROFESSIONAL_SIMULATION", 20, bc01),
                                        event("ET", "TECHNICAL_INTERVIEW", 20, bc01)),
                                target(
                                        BC02,
                                        40,
                                        event("MSP", "PROFESSIONAL_SIMULATION", 20, bc02),
                                        event("ET", "TECHNICAL_INTERVIEW", 20, bc02)),
                                target(BC03, 30, event("QP", "PRODUCTION_REVIEW", 30, bc03))),
                "documentChecks", List.of(Map.of("competence", FIRST_AID, "document", "SST")),
                "situationTypes", List.of());
    }

    @SafeVarargs
    private static Map<String, Object> target(String target, int minutes, Map<String, Object>... events) {
        return Map.of("target", target, "totalMinutes", minutes, "events", List.of(events));
    }

    private static Map<String, Object> event(String code, String kind, int minutes, List<String> competences) {
        return Map.of(
                "code",
                code,
                "kind",
                kind,
                "label",
                kind,
                "minutes",
                minutes,
                "after",
                List.of(),
                "competences",
                competences);
    }

    private static Map<String, Object> block(String code, int competences) {
        return Map.of(
                "code",
                code,
                "label",
                "Bloc " + code,
                "competences",
                codes(code, competences).stream()
                        .map(c -> Map.of("code", c, "label", "Compétence " + c))
                        .toList());
    }

    private static List<String> codes(String block, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            codes.add(block + "-C" + i);
        }
        return codes;
    }
}
