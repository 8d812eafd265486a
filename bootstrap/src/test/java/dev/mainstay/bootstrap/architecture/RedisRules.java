package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Writes;
import java.util.Set;

/** Redis holds convenience, and the types show it. */
final class RedisRules {

    private static final Set<String> HARMLESS =
            Set.of("get", "mget", "info", "ping", "ttl", "pttl", "exists", "strlen");

    static final ArchRule only_the_redis_module_touches_lettuce = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mainstay.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lettuce..")
            .because("G13: there is one client, and one place that knows how it fails");

    static final ArchRule only_named_classes_send_commands_that_write = noClasses()
            .that()
            .resideInAPackage("dev.mainstay.redis..")
            .and()
            .doNotHaveFullyQualifiedName("dev.mainstay.redis.connection.RedisWrites")
            .and()
            .doNotHaveFullyQualifiedName("dev.mainstay.redis.connection.Script")
            .and()
            .haveSimpleNameNotContaining("RedisSubscriptions")
            .should()
            .callMethodWhere(DescribedPredicate.describe("a command that may write", RedisRules::mayWrite))
            .because("G4, G7: each write has its TTL in the same command, and is one of a dozen that are proved");

    static final ArchRule nobody_lists_or_flushes_keys = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "KEYS, SCAN or FLUSH",
                    call -> isRedisCommand(call) && call.getName().matches("(keys|scan|flush).*")))
            .because("G12: invalidations name exact keys, never a pattern");

    static final ArchRule only_the_catalogue_and_the_signals_make_keys = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.mainstay.application.coherence",
                    "dev.mainstay.application.ratelimit",
                    "dev.mainstay.redis.jobs",
                    "dev.mainstay.redis.live")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "a cache key", call -> call.getTargetOwner().isEquivalentTo(CacheKey.class)))
            .because("G4, G18: a key that is not in the catalogue is a key that nothing invalidates");

    static final ArchRule redis_stores_no_facts = classes()
            .that()
            .resideInAPackage("dev.mainstay.redis..")
            .should(new ImplementNoPortThatPostgresImplements())
            .because("G1: what PostgreSQL keeps is kept there alone");

    static final ArchRule nothing_flows_from_redis_to_postgres = noClasses()
            .that()
            .resideInAPackage("dev.mainstay.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "dev.mainstay.postgres..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Writes.class)
            .because("G3: no write-behind; Redis is told of commits and never makes one");

    static final ArchRule who_writes_decides_on_facts_and_not_on_views = noClasses()
            .that()
            .resideInAPackage("dev.mainstay.application..")
            .and(DescribedPredicate.describe(
                    "write",
                    (JavaClass type) -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Writes.class))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ViewCache.class)
            .because("G3, G9: a view may be behind, and a decision stays");

    private RedisRules() {}

    private static boolean mayWrite(JavaCall<?> call) {
        return isRedisCommand(call) && !HARMLESS.contains(call.getName());
    }

    private static boolean isRedisCommand(JavaAccess<?> call) {
        return call.getTargetOwner().getPackageName().startsWith("io.lettuce.core")
                && call.getTargetOwner().getSimpleName().endsWith("Commands");
    }

    /** Which ports store facts is discovered: those that the PostgreSQL module implements. */
    private static final class ImplementNoPortThatPostgresImplements extends ArchCondition<JavaClass> {
        ImplementNoPortThatPostgresImplements() {
            super("implement no port that PostgreSQL implements");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getAllRawInterfaces().stream()
                    .filter(port -> port.getPackageName().startsWith("dev.mainstay.application"))
                    .filter(port -> port.getSubclasses().stream()
                            .anyMatch(other -> other.getPackageName().startsWith("dev.mainstay.postgres")))
                    .forEach(port -> events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " implements " + port.getName() + ", which PostgreSQL implements")));
        }
    }
}
