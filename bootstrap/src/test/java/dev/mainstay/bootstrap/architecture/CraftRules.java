package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** How code is written here. */
final class CraftRules {

    private static final Set<String> ASKING =
            Set.of("now", "system", "systemUTC", "systemDefaultZone", "currentTimeMillis");

    static final ArchRule nobody_asks_the_system_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.mainstay.bootstrap.ground.GroundFactory")
            .should()
            .callMethodWhere(DescribedPredicate.describe("the system clock", CraftRules::asksTheClock))
            .because("time is an InstantSource that a test can move");

    static final ArchRule the_core_rolls_no_dice = noClasses()
            .that()
            .resideInAnyPackage("dev.mainstay.domain..", "dev.mainstay.application..")
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "randomness of its own",
                    call -> call.getName().equals("randomUUID")
                            || call.getTargetOwner().isAssignableTo(java.util.random.RandomGenerator.class)
                            || (call.getName().equals("random")
                                    && call.getTargetOwner().isEquivalentTo(Math.class))))
            .because("ids and randomness are ports, so that a test can say what they give");

    static final ArchRule what_a_class_needs_comes_by_its_constructor = noFields()
            .that()
            .areNotFinal()
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "an annotation that injects",
                    (JavaAnnotation<?> annotation) -> Set.of("Inject", "Value", "Property", "Autowired")
                            .contains(annotation.getRawType().getSimpleName())))
            .because("a class that can be made by new can be tested without a framework");

    static final ArchRule nothing_is_cached_by_an_annotation = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "a caching annotation",
                    type -> type.isAnnotation()
                            && type.getSimpleName().matches("Cache(able|Put|Invalidate|Evict|Config)")))
            .because("coherence.md: usual cache-aside is not enough, and ViewCache is the one way");

    static final ArchRule nothing_opens_a_transaction_by_an_annotation = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "a transactional annotation",
                    type -> type.isAnnotation() && type.getSimpleName().equals("Transactional")))
            .because("on a class that no processor has seen it silently opens none");

    static final ArchRule nothing_is_serialized_the_java_way = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "Java serialization",
                    (JavaClass type) -> type.getName().equals("java.io.ObjectInputStream")
                            || type.getName().equals("java.io.ObjectOutputStream")))
            .because("it runs whatever the bytes say");

    private CraftRules() {}

    private static boolean asksTheClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean clock = owner.getPackageName().startsWith("java.time") || owner.isEquivalentTo(System.class);
        boolean noArgumentThatSaysWhen = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isAssignableTo(java.time.InstantSource.class));
        return clock && noArgumentThatSaysWhen && ASKING.contains(call.getName());
    }
}
