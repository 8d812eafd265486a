package dev.mainstay.bootstrap.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The features that can be switched off; identity is not among them, for everything stands on it. */
enum Feature {
    PLANNER,
    FOCUS,
    HOME,
    FINANCE,
    PLANS;

    static Feature named(String variable, String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.name().equals(name))
                .findAny()
                .orElseThrow(() -> new Misconfigured(variable + " switches no feature; there are "
                        + Arrays.stream(values())
                                .map(each -> "FEATURE_" + each.name())
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    String property() {
        return "mainstay.features." + name().toLowerCase(Locale.ROOT);
    }
}
