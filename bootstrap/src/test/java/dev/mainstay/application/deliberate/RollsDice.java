package dev.mainstay.application.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import java.util.UUID;

@Violates("the_core_rolls_no_dice")
record RollsDice() {
    UUID id() {
        return UUID.randomUUID();
    }
}
