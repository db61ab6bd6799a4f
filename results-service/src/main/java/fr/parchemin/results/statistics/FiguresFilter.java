package fr.parchemin.results.statistics;

import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import fr.parchemin.results.examsession.ExamSession;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which results are counted; each parameter may be repeated and then means any of them. */
class FiguresFilter {

    private static final int MOST = 100;

    @QueryParam("certificationNumber")
    @Parameter(description = "Of this certification.", example = "RNCP37722")
    @Nullable
    List<String> certificationNumber;

    @QueryParam("blockCode")
    @Parameter(description = "For this block: figures are then those of blocks.", example = "RNCP37722BC01")
    @Nullable
    List<String> blockCode;

    @QueryParam("year")
    @Parameter(description = "Of sessions whose last day is in this year.", example = "2026")
    @Nullable
    List<Integer> year;

    @QueryParam("route")
    @Parameter(description = "Of this access route.", example = "CONTINUING")
    @Nullable
    List<String> route;

    @QueryParam("region")
    @Parameter(
            description = "Of sessions held in this region, by its code of INSEE; 99 is outside of all.",
            example = "53")
    @Nullable
    List<String> region;

    @QueryParam("centreSiret")
    @Parameter(description = "Of sessions of this centre.", example = "98222438800016")
    @Nullable
    List<String> centreSiret;

    @QueryParam("sessionType")
    @Parameter(description = "Of sessions of this type.")
    @Nullable
    List<ExamSession.Type> sessionType;

    /**
     * What is asked for, by dimension.
     *
     * @throws ProblemException 400 when too much is asked for at once
     */
    Map<Dimension, List<Object>> values() {
        Map<Dimension, List<Object>> values = new EnumMap<>(Dimension.class);
        List<Violation> violations = new ArrayList<>();
        put(values, violations, "certificationNumber", Dimension.CERTIFICATION, certificationNumber);
        put(values, violations, "blockCode", Dimension.BLOCK, blockCode);
        put(values, violations, "year", Dimension.YEAR, year);
        put(values, violations, "route", Dimension.ROUTE, route);
        put(values, violations, "region", Dimension.REGION, region);
        put(values, violations, "centreSiret", Dimension.CENTRE, centreSiret);
        put(
                values,
                violations,
                "sessionType",
                Dimension.SESSION_TYPE,
                sessionType == null
                        ? null
                        : sessionType.stream().map(Enum::name).toList());
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "See violations.", violations);
        }
        return values;
    }

    private static void put(
            Map<Dimension, List<Object>> values,
            List<Violation> violations,
            String name,
            Dimension dimension,
            @Nullable List<?> asked) {
        if (asked == null || asked.isEmpty()) {
            return;
        }
        if (asked.size() > MOST) {
            violations.add(Violation.ofField(name, "At most " + MOST + " at once."));
        }
        values.put(dimension, List.copyOf(asked));
    }
}
