package fr.parchemin.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs and people that can ask for a token on one machine. They are invented; their secrets are no secrets and
 * exist nowhere else.
 *
 * @param id login ({@code client_id} and {@code sub})
 * @param role the one role of the token
 * @param siret organisation it acts for, null when it acts for none
 */
public record DemoClient(String id, String role, @Nullable String siret) {

    private static final DemoClient[] ALL = {
        new DemoClient("demo-certifier", "certifier", null),
        new DemoClient("demo-authority", "authority", null),
        new DemoClient("demo-centre", "centre", "98222438800016"),
        new DemoClient("demo-centre-2", "centre", "73282932000074"),
        new DemoClient("demo-juror-1", "juror", null),
        new DemoClient("demo-juror-2", "juror", null),
        new DemoClient("demo-juror-3", "juror", null),
        new DemoClient("demo-juror-4", "juror", null),
        new DemoClient("demo-platform", "platform", "35600000000048"),
        new DemoClient("demo-platform-2", "platform", "35600000009075"),
        new DemoClient("demo-analyst", "analyst", null),
        new DemoClient("demo-operator", "operator", null),
    };

    /** Organisations of the centres of {@code demo --large}, in the order of their logins. */
    private static final List<String> CROWD_SIRETS = List.of(
            "98222121000015",
            "98222128500017",
            "98222135000019",
            "98222142600017",
            "98222149100011",
            "98222156600010",
            "98222163200010",
            "98222170700010",
            "98222177200014",
            "98222184800012",
            "98222191300014",
            "98222198800016");

    private static final int CROWD_JURORS = 24;

    /** Those that people use. */
    public static List<DemoClient> all() {
        return List.of(ALL);
    }

    /** The centres that {@code demo --large} fills the system with. */
    public static List<DemoClient> crowdOfCentres() {
        return IntStream.range(0, CROWD_SIRETS.size())
                .mapToObj(i -> new DemoClient("demo-centre-" + (3 + i), "centre", CROWD_SIRETS.get(i)))
                .toList();
    }

    /** The jurors that {@code demo --large} fills the system with. */
    public static List<DemoClient> crowdOfJurors() {
        return IntStream.range(0, CROWD_JURORS)
                .mapToObj(i -> new DemoClient("demo-juror-" + (5 + i), "juror", null))
                .toList();
    }

    /** The client with this id. */
    public static Optional<DemoClient> byId(String id) {
        return Stream.of(all(), crowdOfCentres(), crowdOfJurors())
                .flatMap(List::stream)
                .filter(c -> c.id.equals(id))
                .findFirst();
    }

    /** The first client with this role. */
    public static Optional<DemoClient> byRole(String role) {
        return Arrays.stream(ALL).filter(c -> c.role.equals(role)).findFirst();
    }

    /** What it proves itself with. */
    public String secret() {
        return id + "-secret";
    }
}
