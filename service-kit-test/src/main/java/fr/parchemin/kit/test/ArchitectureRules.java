package fr.parchemin.kit.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.parchemin.kit.idempotency.Idempotent;
import fr.parchemin.kit.outbox.OutboundEvent;
import fr.parchemin.kit.outbox.Outbox;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The house rules of a service: what each kind of class may know and do. A service has a test class that extends this one,
 * in the package that all its features lie under:
 *
 * <pre>{@code class ArchitectureTest extends ArchitectureRules {}}</pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {

    private static final DescribedPredicate<JavaClass> REPOSITORY = simpleNameEndingWith("Repository");
    private static final DescribedPredicate<CanBeAnnotated> ENTITY = describe(
            "entities",
            c -> c.isAnnotatedWith(Entity.class)
                    || c.isAnnotatedWith(Embeddable.class)
                    || c.isAnnotatedWith(MappedSuperclass.class));
    /** Everything whose name tells a role in which it must not decide when a transaction begins. */
    private static final String NOT_A_USE_CASE =
            ".*(Resource|Repository|Consumer|Rule|Policy|Request|View|Event|Filter|Mapper)";
    /** Annotations that let the container write a field. */
    private static final List<Class<?>> INJECTION = List.of(Inject.class, ConfigProperty.class);

    private final JavaClasses classes;

    protected ArchitectureRules() {
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(getClass().getPackageName());
    }

    /** For the tests of the rules themselves. */
    ArchitectureRules(JavaClasses classes) {
        this.classes = classes;
    }

    @Test
    void resourcesKnowNoTransactionAndNoDatabase() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat(REPOSITORY
                        .or(JavaClass.Predicates.assignableTo(EntityManager.class))
                        .or(JavaClass.Predicates.type(Transactional.class))
                        .or(JavaClass.Predicates.type(Outbox.class)))
                .because("a resource takes HTTP in and out; a use case decides"));
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        check(methods()
                .that(are(describe("endpoints", ArchitectureRules::isEndpoint)))
                .should(beGuarded())
                .because("an endpoint without a role is open by mistake"));
    }

    @Test
    void everyEndpointIsPublic() {
        check(methods()
                .that(are(describe("endpoints", ArchitectureRules::isEndpoint)))
                .should()
                .bePublic()
                .because("the framework overlooks any other and the path is a 404"));
    }

    @Test
    void eventsKeepTheNamesOfTheEnvelopeFree() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat(JavaClass.Predicates.assignableTo(OutboundEvent.class)
                        .and(describe("records", JavaClass::isRecord)))
                .should()
                .haveNameMatching("topic|key|subject|name|type")
                .because("a component of that name would replace a part of the envelope and not be written"));
    }

    @Test
    void onlyUseCasesAreTransactional() {
        check(noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(describe("are no use cases", ArchitectureRules::isNoUseCase))
                .because("a transaction is one use case, no more and no less"));
        check(noClasses()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should(be(describe("no use case", ArchitectureRules::isNoUseCase)))
                .because("a transaction is one use case, no more and no less"));
    }

    @Test
    void whatIsIdempotentIsTransactional() {
        check(
                methods()
                        .that()
                        .areAnnotatedWith(Idempotent.class)
                        .should()
                        .beAnnotatedWith(Transactional.class)
                        .because(
                                "the answer is stored in the transaction of the effect, or one can be there without the other"));
    }

    @Test
    void whatIsIdempotentReturnsARecord() {
        check(methods()
                .that()
                .areAnnotatedWith(Idempotent.class)
                .should()
                .haveRawReturnType(describe("a record", JavaClass::isRecord))
                .because("the answer is kept as JSON and must come back the same"));
    }

    @Test
    void rulesAndPoliciesArePure() {
        check(noClasses()
                .that()
                .haveNameMatching(".*(Rule|Policy)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "jakarta.transaction..",
                        "jakarta.persistence..",
                        "jakarta.ws.rs..",
                        "java.sql..",
                        "javax.sql..",
                        "org.hibernate..",
                        "io.quarkus..",
                        "org.apache.kafka..",
                        "fr.parchemin.kit.outbox..",
                        "fr.parchemin.kit.inbox..")
                .because("a rule of the regulation is a function of what it is given"));
        check(noClasses()
                .that()
                .haveNameMatching(".*(Rule|Policy)")
                .should()
                .dependOnClassesThat(REPOSITORY)
                .because("a rule of the regulation is a function of what it is given"));
    }

    @Test
    void featuresKeepTheirRepositoriesToThemselves() {
        check(classes().that(REPOSITORY).should(new ArchCondition<>("be used by their own feature alone") {
            @Override
            public void check(JavaClass repository, ConditionEvents events) {
                repository.getDirectDependenciesToSelf().stream()
                        .filter(d -> !d.getOriginClass().getPackageName().equals(repository.getPackageName()))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
            }
        }));
    }

    @Test
    void eventsLeaveThroughTheOutboxAlone() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.smallrye.reactive.messaging.MutinyEmitter")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .because("what is sent beside the transaction is lost or invented when one of the two fails"));
    }

    @Test
    void thePresentComesFromAClock() {
        check(noClasses()
                .should()
                .accessTargetWhere(describe("the present without a Clock", ArchitectureRules::readsThePresent))
                .orShould()
                .callMethodWhere(target(owner(JavaClass.Predicates.type(Clock.class)))
                        .and(describe("a fixed source", c -> c.getName().startsWith("system"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .because("a day that tests cannot set is a day that tests cannot check"));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        check(noFields()
                .should(be(describe("injected", f -> INJECTION.stream().anyMatch(a -> f.isAnnotatedWith(a.getName())))))
                .because("a class says in its constructor what it needs"));
    }

    @Test
    void entitiesKeepTheirStateToThemselves() {
        check(noMethods()
                .that()
                .areDeclaredInClassesThat(are(ENTITY))
                .and()
                .arePublic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("an aggregate is told what happened, never what to hold"));
        check(fields().that()
                .areDeclaredInClassesThat(are(ENTITY))
                .and()
                .areNotStatic()
                .should()
                .notBePublic()
                .because("an aggregate is told what happened, never what to hold"));
    }

    @Test
    void everyPackageIsNullMarked() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                unmarked.add(type.getPackageName());
            }
        }
        assertEquals(new TreeSet<String>(), unmarked, "packages whose package-info lacks @NullMarked");
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(a -> a.isAnnotatedWith(HttpMethod.class) || isMethodDesignator(a.getName()));
    }

    /** Annotations of jars are stubs without annotations of their own unless they are resolved from the class path. */
    private static boolean isMethodDesignator(String annotation) {
        return annotation.matches("jakarta\\.ws\\.rs\\.(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)");
    }

    private static ArchCondition<JavaMethod> beGuarded() {
        return be(describe("guarded by @RolesAllowed or @PermitAll", m -> guarded(m) || guarded(m.getOwner())));
    }

    private static boolean guarded(CanBeAnnotated place) {
        return place.isAnnotatedWith(RolesAllowed.class) || place.isAnnotatedWith(PermitAll.class);
    }

    private static boolean isNoUseCase(JavaClass type) {
        return type.getSimpleName().matches(NOT_A_USE_CASE) || ENTITY.test(type) || type.isRecord();
    }

    /** A call of {@code now}, or a reference to it, that no clock is given to. */
    private static boolean readsThePresent(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget now
                && now.getName().equals("now")
                && now.getOwner().getPackageName().startsWith("java.time")
                && now.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
    }

    private static <T extends HasDescription & HasSourceCodeLocation> ArchCondition<T> be(
            DescribedPredicate<? super T> predicate) {
        return ArchCondition.from(predicate);
    }
}
