package dev.mainstay.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** What each module may know. */
final class ModuleRules {

    static final ArchRule the_domain_knows_only_the_language_and_itself = classes()
            .that()
            .resideInAPackage("dev.mainstay.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "org.jspecify..",
                    "dev.mainstay.domain..")
            .because("what is true of tasks and sessions is true without a database, a network or a framework");

    static final ArchRule the_application_knows_no_framework = classes()
            .that()
            .resideInAPackage("dev.mainstay.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.nio..",
                    "java.security..",
                    "java.text..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "dev.mainstay.domain..",
                    "dev.mainstay.application..")
            .because("a team runs its use cases on in-memory adapters, and takes another framework if it likes");

    static final ArchRule adapters_do_not_know_each_other_nor_how_they_are_wired = noClasses()
            .that()
            .resideInAPackage("dev.mainstay.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.mainstay.redis..", "dev.mainstay.http..", "dev.mainstay.bootstrap..")
            .because("each adapter can be replaced alone");

    static final ArchRule http_knows_neither_postgres_nor_redis_nor_the_wiring = noClasses()
            .that()
            .resideInAPackage("dev.mainstay.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.mainstay.postgres..",
                    "dev.mainstay.redis..",
                    "dev.mainstay.bootstrap..",
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi..",
                    "io.lettuce..")
            .because("what is answered over HTTP is decided by use cases");

    static final ArchRule nothing_but_the_wiring_knows_the_wiring = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mainstay.bootstrap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.mainstay.bootstrap..")
            .because("bootstrap is where everything comes together, and nothing comes from");

    static final ArchRule packages_are_named_for_what_they_hold = noClasses()
            .that()
            .resideInAPackage("dev.mainstay..")
            .should()
            .resideInAnyPackage(
                    "..impl..",
                    "..dto..",
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..service..",
                    "..manager..",
                    "..helper..")
            .because("the list of packages is the list of features and capabilities");

    private ModuleRules() {}
}
