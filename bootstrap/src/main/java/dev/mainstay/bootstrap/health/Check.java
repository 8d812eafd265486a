package dev.mainstay.bootstrap.health;

import java.util.function.Supplier;

/**
 * Something this instance is connected to; a factory makes it a bean.
 *
 * @param name as the health page shows it
 * @param required whether the instance may serve nothing without it; Redis never is (G13)
 * @param state asks now, in at most a few seconds; may throw, that is {@link State#DOWN}
 */
public record Check(String name, boolean required, Supplier<State> state) {

    /** How a part is. */
    public enum State {
        UP,
        DOWN,
        /** Not configured, and not missed. */
        ABSENT
    }
}
