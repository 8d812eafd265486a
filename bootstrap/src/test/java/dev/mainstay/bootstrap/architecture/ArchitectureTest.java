package dev.mainstay.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks every {@link ArchRule} field of every class of this package whose name ends in {@code Rules}, and that every one of them
 * finds its {@link Violates deliberate violation}: a rule that guards a misspelt package never fails.
 */
class ArchitectureTest {

    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("dev.mainstay");
    private static final ImportOption SHIPPED =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
    private static final JavaClasses PRODUCTION = EVERYTHING.that(DescribedPredicate.describe(
            "shipped",
            type -> type.getSource()
                    .filter(source -> SHIPPED.includes(Location.of(source.getUri())))
                    .isPresent()));

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_rules() {
        return rules().values().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCTION)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_bites() {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> bites(rule.getKey(), rule.getValue())));
    }

    @Test
    void no_violation_names_a_rule_that_is_not_there() {
        assertThat(EVERYTHING.stream()
                        .filter(type -> type.isAnnotatedWith(Violates.class))
                        .map(type -> type.getAnnotationOfType(Violates.class).value()))
                .isSubsetOf(rules().keySet());
    }

    private static void bites(String name, ArchRule rule) {
        var violations = EVERYTHING.stream()
                .filter(type -> type.tryGetAnnotationOfType(Violates.class)
                        .filter(violates -> violates.value().equals(name))
                        .isPresent())
                .toList();
        assertThat(violations).as("deliberate violations of %s", name).isNotEmpty();
        for (JavaClass violation : violations) {
            var failures = rule.evaluate(with(violation)).getFailureReport();
            assertThat(failures.getDetails())
                    .as("what %s finds", name)
                    .anyMatch(detail -> detail.contains(violation.getSimpleName()));
        }
    }

    /** Production and that class with its neighbours: a cycle takes two. */
    private static JavaClasses with(JavaClass violation) {
        return EVERYTHING.that(DescribedPredicate.describe(
                "shipped, or " + violation.getSimpleName(),
                type -> PRODUCTION.contain(type.getName())
                        || type.equals(violation)
                        || (type.getPackageName().startsWith("dev.mainstay.domain.deliberate")
                                && type.getSimpleName().equals("package-info"))
                        || type.getSimpleName().equals(violation.getSimpleName() + "Peer")));
    }

    private static Map<String, ArchRule> rules() {
        var rules = new TreeMap<String, ArchRule>();
        EVERYTHING.stream()
                .filter(type -> type.getPackageName().equals(ArchitectureTest.class.getPackageName()))
                .filter(type -> type.getSimpleName().endsWith("Rules"))
                .flatMap(type -> Arrays.stream(type.reflect().getDeclaredFields()))
                .filter(field -> field.getType().equals(ArchRule.class))
                .forEach(field -> rules.put(field.getName(), value(field)));
        assertThat(rules).hasSizeGreaterThan(15);
        return rules;
    }

    private static ArchRule value(Field field) {
        try {
            return ((ArchRule) field.get(null)).as(field.getName().replace('_', ' '));
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
