package fr.parchemin.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that start the system in containers, read as they stand in the repository. */
final class ContainerFiles {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path COMPOSE = ROOT.resolve("docker-compose.yml");
    static final Path DEMO_ENV = ROOT.resolve("containers/demo.env");
    static final Path REALM = ROOT.resolve("containers/keycloak/parchemin-realm.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContainerFiles() {}

    /** {@code docker-compose.yml} with its anchors and merges resolved, its variables untouched. */
    static JsonNode compose() {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(read(COMPOSE)));
    }

    static JsonNode realm() {
        try {
            return JSON.readTree(read(REALM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of {@code containers/demo.env}. */
    static Map<String, String> demoEnvironment() {
        return read(DEMO_ENV)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
