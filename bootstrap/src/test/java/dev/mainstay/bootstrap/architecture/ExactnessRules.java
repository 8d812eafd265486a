package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Money is exact. */
final class ExactnessRules {

    private static final Set<String> FLOATING =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D", "[F");

    /** What the framework writes about classes beside them. */
    private static final String GENERATED = ".*\\.\\$[^.]+";

    /** The share of cache hits that are verified is a probability, and tables are so full at most: both are nobody's money. */
    static final ArchRule nothing_that_counts_money_counts_in_floating_point = classes()
            .that()
            .resideInAnyPackage(
                    "dev.mainstay.domain..",
                    "dev.mainstay.application..",
                    "dev.mainstay..finance..",
                    "dev.mainstay..money..",
                    "dev.mainstay..plans..")
            .and()
            .resideOutsideOfPackages("dev.mainstay.application.coherence..", "dev.mainstay.application.ratelimit..")
            .and()
            .haveNameNotMatching(GENERATED)
            .should(new TouchNoFloatingPoint())
            .because("0.1 + 0.2 is not 0.3");

    private ExactnessRules() {}

    private static final class TouchNoFloatingPoint extends ArchCondition<JavaClass> {
        TouchNoFloatingPoint() {
            super("touch no floating point");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getFields().stream()
                    .filter(field -> floating(field.getRawType()))
                    .forEach(field -> violated(events, type, field.getFullName()));
            type.getCodeUnits().stream()
                    .filter(ExactnessRules::takesOrGives)
                    .forEach(unit -> violated(events, type, unit.getFullName()));
            type.getAccessesFromSelf().stream()
                    .filter(ExactnessRules::touches)
                    .forEach(access -> violated(events, type, access.getDescription()));
        }

        private static void violated(ConditionEvents events, JavaClass type, String what) {
            events.add(
                    SimpleConditionEvent.violated(type, type.getSimpleName() + " counts in floating point: " + what));
        }
    }

    private static boolean takesOrGives(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .anyMatch(ExactnessRules::floating);
    }

    private static boolean touches(JavaAccess<?> access) {
        if (floating(access.getTargetOwner())) {
            return true;
        }
        return access instanceof JavaCall<?> call
                && Stream.concat(
                                Stream.of(call.getTarget().getRawReturnType()),
                                call.getTarget().getRawParameterTypes().stream())
                        .anyMatch(ExactnessRules::floating);
    }

    private static boolean floating(JavaClass type) {
        return FLOATING.contains(type.getName());
    }
}
