package dev.mainstay.bootstrap.coherence.servers;

import java.util.Set;
import java.util.function.Consumer;

/** The two gates of a link, one for each direction. */
record Gates(Gate requests, Gate answers) {

    Gates() {
        this(new Gate(), new Gate());
    }

    Gate of(Direction direction) {
        return switch (direction) {
            case REQUESTS -> requests;
            case ANSWERS -> answers;
        };
    }

    void forEach(Consumer<Gate> work) {
        Set.of(Direction.values()).forEach(direction -> work.accept(of(direction)));
    }
}
