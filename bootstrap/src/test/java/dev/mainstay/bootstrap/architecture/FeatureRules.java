package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mainstay.domain.architecture.Meets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Features meet as they declare, and in no circles. */
final class FeatureRules {

    /** The factories of bootstrap put things together, and so meet whomever there is. */
    static final ArchRule features_meet_as_they_declare = classes()
            .that()
            .resideOutsideOfPackage("dev.mainstay.bootstrap..")
            .should(new MeetAsDeclared())
            .because("@Meets on package-info is the map of who may know whom");

    static final ArchRule the_domain_has_no_cycles = slices().matching("dev.mainstay.domain.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, tested and left out alone");

    static final ArchRule no_module_has_cycles = slices().matching("dev.mainstay.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, tested and left out alone");

    static final ArchRule every_package_says_what_it_is_and_excludes_null = classes()
            .that()
            .resideInAPackage("dev.mainstay..")
            .should(new BeNullMarked())
            .because("package-info is where a reader starts, and NullAway looks only where @NullMarked stands");

    private FeatureRules() {}

    /** {@code planner} of {@code dev.mainstay.postgres.planner.rows}; empty for what is in no feature. */
    private static String featureOf(JavaClass type) {
        String[] segments = type.getPackageName().split("\\.", -1);
        return segments.length > 3 && type.getPackageName().startsWith("dev.mainstay.") ? segments[3] : "";
    }

    private static final class MeetAsDeclared extends ArchCondition<JavaClass> {
        private final Map<String, Set<String>> declared = new HashMap<>();

        MeetAsDeclared() {
            super("meet as declared");
        }

        /** Features are discovered: whatever declares, anywhere, whom it meets. */
        @Override
        public void init(Collection<JavaClass> all) {
            declared.clear();
            all.stream()
                    .collect(Collectors.toMap(JavaClass::getPackageName, JavaClass::getPackage, (one, same) -> one))
                    .forEach((name, of) -> of.tryGetAnnotationOfType(Meets.class)
                            .ifPresent(meets -> declared.computeIfAbsent(
                                            name.split("\\.", -1)[3], absent -> new java.util.HashSet<>())
                                    .addAll(Set.of(meets.value()))));
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String mine = featureOf(type);
            if (!declared.containsKey(mine)) {
                return;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String theirs = featureOf(dependency.getTargetClass());
                if (declared.containsKey(theirs)
                        && !theirs.equals(mine)
                        && !declared.getOrDefault(mine, Set.of()).contains(theirs)) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            mine + " does not declare that it meets " + theirs + ": " + dependency.getDescription()));
                }
            }
        }
    }

    private static final class BeNullMarked extends ArchCondition<JavaClass> {
        BeNullMarked() {
            super("be in a package with @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " is in a package without @NullMarked"));
            }
        }
    }
}
