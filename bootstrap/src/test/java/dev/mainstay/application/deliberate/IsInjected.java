package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import org.jspecify.annotations.Nullable;

@Violates("what_a_class_needs_comes_by_its_constructor")
final class IsInjected {
    @Inject
    @Nullable
    String needed;

    private @interface Inject {}
}
