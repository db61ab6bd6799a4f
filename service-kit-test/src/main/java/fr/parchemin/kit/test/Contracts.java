package fr.parchemin.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the committed contracts are. */
final class Contracts {

    private Contracts() {}

    /** The folder {@code contracts} at the root of the source tree, whichever module the tests run in. */
    static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        for (Path p = here; p != null; p = p.getParent()) {
            if (Files.exists(p.resolve("mvnw"))) {
                return p.resolve("contracts");
            }
        }
        throw new IllegalStateException("not inside the source tree: " + here);
    }
}
