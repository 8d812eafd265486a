package dev.mainstay.bootstrap.coherence.nemeses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.coherence.nemeses.Nemesis.Subject;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StrikesTest {

    private static final Nemesis KILLED = new Named("instance killed", Subject.INSTANCES);
    private static final Nemesis CUT = new Named("postgres cut", Subject.POSTGRES);
    private static final Nemesis LATE = new Named("redis late", Subject.REDIS);

    @Test
    void an_instance_is_started_again_when_its_servers_can_be_reached() {
        assertThat(Strikes.inOrderOfEnding(List.of(CUT, KILLED))).containsExactly(CUT, KILLED);
        assertThat(Strikes.inOrderOfEnding(List.of(KILLED, CUT))).containsExactly(CUT, KILLED);
    }

    @Test
    void of_two_faults_of_servers_the_later_ends_first() {
        assertThat(Strikes.inOrderOfEnding(List.of(CUT, LATE))).containsExactly(LATE, CUT);
    }

    private record Named(String name, Subject subject) implements Nemesis {
        @Override
        public String start(RandomGenerator random) {
            return name;
        }

        @Override
        public void stop() {
            // Nothing was struck.
        }
    }
}
