package dev.mainstay.bootstrap.health;

import dev.mainstay.bootstrap.Mainstay;

/** Which build this is, as the manifest of its jar says; {@code development} when it runs from classes. */
record Build(String version) {

    static Build current() {
        String version = Mainstay.class.getPackage().getImplementationVersion();
        return new Build(version == null ? "development" : version);
    }
}
