package fr.parchemin.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each house rule lets the right thing pass and catches the wrong one; the examples are compiled on the spot. */
class ArchitectureRulesTest {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

    private static final String MARKED = "@org.jspecify.annotations.NullMarked package fr.parchemin.x.a;";
    private static final String REPOSITORY =
            "package fr.parchemin.x.a; public class ThingRepository { void find() {} }";
    private static final String USE_CASE = """
            package fr.parchemin.x.a;
            public class CreateThing {
              private final java.time.Clock clock;
              private final ThingRepository things;
              CreateThing(java.time.Clock clock, ThingRepository things) { this.clock = clock; this.things = things; }
              @jakarta.transaction.Transactional @fr.parchemin.kit.idempotency.Idempotent
              ThingView create() {
                things.find();
                return new ThingView(java.time.LocalDate.now(clock) + " " + java.time.Instant.now(clock));
              }
            }""";
    private static final String VIEW = "package fr.parchemin.x.a; record ThingView(String text) {}";
    private static final String RESOURCE = """
            package fr.parchemin.x.a;
            public class ThingResource {
              private final CreateThing create;
              ThingResource(CreateThing create) { this.create = create; }
              @jakarta.ws.rs.POST @jakarta.annotation.security.PermitAll
              public ThingView create() { return create.create(); }
            }""";
    private static final String ENTITY = """
            package fr.parchemin.x.a;
            @jakarta.persistence.Entity
            class Thing {
              @jakarta.persistence.Id private int id;
              void rename(String name) {}
              public int id() { return id; }
            }""";
    private static final String RULE = """
            package fr.parchemin.x.a;
            final class OldEnoughRule {
              static boolean holds(Thing thing, int years) { return thing.id() > years; }
            }""";
    private static final String EVENT = """
            package fr.parchemin.x.a;
            record ThingCreatedEvent(String label) implements fr.parchemin.kit.outbox.OutboundEvent {
              public String topic() { return "t"; }
              public String key() { return label; }
              public String subject() { return label; }
            }""";

    @TempDir
    Path folder;

    @Test
    void theHouseStylePasses() {
        ArchitectureRules rules = rules(MARKED, REPOSITORY, USE_CASE, VIEW, RESOURCE, ENTITY, RULE, EVENT);

        for (Consumer<ArchitectureRules> rule : List.<Consumer<ArchitectureRules>>of(
                ArchitectureRules::resourcesKnowNoTransactionAndNoDatabase,
                ArchitectureRules::everyEndpointSaysWhoMayCallIt,
                ArchitectureRules::everyEndpointIsPublic,
                ArchitectureRules::eventsKeepTheNamesOfTheEnvelopeFree,
                ArchitectureRules::onlyUseCasesAreTransactional,
                ArchitectureRules::whatIsIdempotentIsTransactional,
                ArchitectureRules::whatIsIdempotentReturnsARecord,
                ArchitectureRules::rulesAndPoliciesArePure,
                ArchitectureRules::featuresKeepTheirRepositoriesToThemselves,
                ArchitectureRules::eventsLeaveThroughTheOutboxAlone,
                ArchitectureRules::thePresentComesFromAClock,
                ArchitectureRules::dependenciesComeThroughConstructors,
                ArchitectureRules::entitiesKeepTheirStateToThemselves,
                ArchitectureRules::everyPackageIsNullMarked)) {
            assertThatCode(() -> rule.accept(rules)).doesNotThrowAnyException();
        }
    }

    @Test
    void aResourceWithARepositoryIsCaught() {
        caught(ArchitectureRules::resourcesKnowNoTransactionAndNoDatabase, REPOSITORY, """
                package fr.parchemin.x.a;
                class ThingResource { ThingRepository things; }""");
    }

    @Test
    void aResourceWithATransactionIsCaught() {
        String resource = """
                package fr.parchemin.x.a;
                class ThingResource { @jakarta.transaction.Transactional void create() {} }""";
        caught(ArchitectureRules::resourcesKnowNoTransactionAndNoDatabase, resource);
        caught(ArchitectureRules::onlyUseCasesAreTransactional, resource);
    }

    @Test
    void anEndpointWithoutARoleIsCaught() {
        caught(ArchitectureRules::everyEndpointSaysWhoMayCallIt, """
                package fr.parchemin.x.a;
                class ThingResource { @jakarta.ws.rs.GET public void read() {} }""");
    }

    @Test
    void anEndpointThatIsNotPublicIsCaught() {
        caught(ArchitectureRules::everyEndpointIsPublic, """
                package fr.parchemin.x.a;
                class ThingResource { @jakarta.ws.rs.GET @jakarta.annotation.security.PermitAll void read() {} }""");
    }

    @Test
    void anEventThatReplacesPartOfItsEnvelopeIsCaught() {
        caught(ArchitectureRules::eventsKeepTheNamesOfTheEnvelopeFree, EVENT.replace("label", "name"));
    }

    @Test
    void aTransactionalEntityOrRepositoryIsCaught() {
        caught(
                ArchitectureRules::onlyUseCasesAreTransactional,
                "package fr.parchemin.x.a; @jakarta.transaction.Transactional class ThingRepository {}");
        caught(ArchitectureRules::onlyUseCasesAreTransactional, """
                package fr.parchemin.x.a;
                @jakarta.persistence.Entity class Thing { @jakarta.transaction.Transactional void change() {} }""");
    }

    @Test
    void anIdempotentMethodOutsideATransactionIsCaught() {
        caught(ArchitectureRules::whatIsIdempotentIsTransactional, """
                package fr.parchemin.x.a;
                class CreateThing { @fr.parchemin.kit.idempotency.Idempotent void create() {} }""");
    }

    @Test
    void anAnswerThatDoesNotComeBackTheSameIsCaught() {
        caught(ArchitectureRules::whatIsIdempotentReturnsARecord, """
                package fr.parchemin.x.a;
                class CreateThing { @fr.parchemin.kit.idempotency.Idempotent Object create() { return 1; } }""");
    }

    @Test
    void aRuleThatAsksTheDatabaseIsCaught() {
        caught(ArchitectureRules::rulesAndPoliciesArePure, REPOSITORY, """
                package fr.parchemin.x.a;
                class OldEnoughRule { boolean holds(ThingRepository things) { return true; } }""");
        caught(ArchitectureRules::rulesAndPoliciesArePure, """
                package fr.parchemin.x.a;
                class OldEnoughPolicy { boolean holds(jakarta.persistence.EntityManager entities) { return true; } }""");
        caught(
                ArchitectureRules::rulesAndPoliciesArePure,
                "package fr.parchemin.x.a; @jakarta.enterprise.context.ApplicationScoped class OldEnoughRule {}");
    }

    @Test
    void aRepositoryOfAnotherFeatureIsCaught() {
        caught(ArchitectureRules::featuresKeepTheirRepositoriesToThemselves, REPOSITORY, """
                package fr.parchemin.x.b;
                class Other { fr.parchemin.x.a.ThingRepository things; }""");
    }

    @Test
    void anEmitterIsCaught() {
        caught(ArchitectureRules::eventsLeaveThroughTheOutboxAlone, """
                package fr.parchemin.x.a;
                class CreateThing {
                  void create(org.eclipse.microprofile.reactive.messaging.Emitter<String> emitter) { emitter.send("x"); }
                }""");
    }

    @Test
    void timeWithoutAClockIsCaught() {
        for (String time : List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
                "java.time.Year.now()",
                "java.time.ZonedDateTime.now()",
                "java.time.Clock.systemUTC()",
                "System.currentTimeMillis()",
                "new java.util.Date()")) {
            caught(
                    ArchitectureRules::thePresentComesFromAClock,
                    "package fr.parchemin.x.a; class CreateThing { Object now() { return " + time + "; } }");
        }
        caught(
                ArchitectureRules::thePresentComesFromAClock,
                "package fr.parchemin.x.a; class CreateThing {"
                        + " java.util.function.Supplier<Object> now = java.time.Instant::now; }");
    }

    @Test
    void anInjectedFieldIsCaught() {
        caught(
                ArchitectureRules::dependenciesComeThroughConstructors,
                "package fr.parchemin.x.a; class CreateThing { @jakarta.inject.Inject String name; }");
        caught(
                ArchitectureRules::dependenciesComeThroughConstructors,
                "package fr.parchemin.x.a; class CreateThing {"
                        + " @org.eclipse.microprofile.config.inject.ConfigProperty(name = \"n\") String name; }");
    }

    @Test
    void anEntityThatIsOpenIsCaught() {
        caught(
                ArchitectureRules::entitiesKeepTheirStateToThemselves,
                "package fr.parchemin.x.a; @jakarta.persistence.Entity class Thing { public void setName(String n) {} }");
        caught(
                ArchitectureRules::entitiesKeepTheirStateToThemselves,
                "package fr.parchemin.x.a; @jakarta.persistence.Embeddable class Thing { public String name; }");
    }

    @Test
    void aPackageWithoutNullMarkedIsCaught() {
        caught(ArchitectureRules::everyPackageIsNullMarked, REPOSITORY);
    }

    private void caught(Consumer<ArchitectureRules> rule, String... sources) {
        ArchitectureRules rules = rules(sources);
        assertThatThrownBy(() -> rule.accept(rules)).isInstanceOf(AssertionError.class);
    }

    private ArchitectureRules rules(String... sources) {
        try {
            Path home = Files.createTempDirectory(folder, "x");
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none",
                    "-nowarn",
                    "-d",
                    home.toString(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
            for (String source : sources) {
                Matcher type = TYPE.matcher(source);
                Matcher in = PACKAGE.matcher(source);
                assertThat(in.find()).isTrue();
                Path file = home.resolve(in.group(1).replace('.', '/'))
                        .resolve((type.find() ? type.group(1) : "package-info") + ".java");
                Files.createDirectories(file.getParent());
                Files.writeString(file, source);
                arguments.add(file.toString());
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
            return new ArchitectureRules(new ClassFileImporter().importPath(home)) {};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
