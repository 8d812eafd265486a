package dev.mainstay.redis.coherence.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layer 3 of coherence.md's proof: each fault of its list shows an old value where its rule is taken out, and only there. */
class MutantsProof {

    /** On a busy machine trust may lapse at the very moment; then a mutant bypasses Redis, as the protocol does. */
    private static final int TRIES = 5;

    private static List<String> staleReads(Fault fault, Mutation mutation) {
        try (var world = new World(mutation)) {
            fault.happenIn(world);
            return world.stale();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_protocol_shows_no_old_value(Fault fault) {
        assertThat(staleReads(fault, Mutation.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void without_its_rule_it_does(Mutant mutant) {
        var caught = IntStream.range(0, TRIES)
                .mapToObj(attempt -> staleReads(mutant.fault(), mutant.mutation()))
                .filter(stale -> !stale.isEmpty())
                .findFirst();

        assertThat(caught).as("reads that went back in time").isPresent();
        System.out.println(mutant.fault().number() + " " + mutant + ": " + caught.get());
    }

    @Test
    void every_fault_of_the_list_has_its_mutant() {
        assertThat(Arrays.stream(Mutant.values()).map(mutant -> mutant.fault().number()))
                .containsAll(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(Arrays.stream(Mutant.values()).map(Mutant::fault)).containsOnlyOnce(Fault.values());
    }
}
