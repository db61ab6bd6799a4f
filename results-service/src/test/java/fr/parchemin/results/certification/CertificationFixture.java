package fr.parchemin.results.certification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.parchemin.results.Rncp37722;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** RNCP37722 as this service keeps it. */
public final class CertificationFixture {

    private CertificationFixture() {}

    private static final CertificationVersion RNCP37722 = read();

    public static CertificationVersion rncp37722() {
        return RNCP37722;
    }

    /** The same with a block that nobody has described competence by competence. */
    public static CertificationVersion rncp37722With(String emptyBlock) {
        List<Block> blocks = new ArrayList<>(RNCP37722.blocks());
        blocks.add(new Block(emptyBlock, "Bloc fictif", List.of()));
        return new CertificationVersion(
                new CertificationVersion.Key(RNCP37722.number(), 1), RNCP37722.title(), blocks, RNCP37722.plan());
    }

    private static CertificationVersion read() {
        CertificationEvent told = JsonMapper.builder()
                .findAndAddModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .convertValue(Rncp37722.event(), CertificationEvent.class);
        CertificationEvent.VersionedPlan plan = Objects.requireNonNull(told.plan());
        return new CertificationVersion(
                new CertificationVersion.Key(told.number(), plan.version()),
                told.title(),
                told.blocks(),
                new Plan(plan.targets(), plan.documentChecks(), List.of()));
    }
}
