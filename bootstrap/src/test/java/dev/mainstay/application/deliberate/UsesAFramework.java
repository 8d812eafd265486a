package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import io.micronaut.context.ApplicationContext;

@Violates("the_application_knows_no_framework")
record UsesAFramework(ApplicationContext context) {}
