package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.SingleFlight.Landing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharingAFlightTest {

    private final SingleFlight<String, String> flights = new SingleFlight<>(Duration.ofSeconds(20));

    /** Starts a passenger and returns once it waits for the flight. */
    private CompletableFuture<String> passenger() {
        var answer = new CompletableFuture<String>();
        var thread = Thread.ofPlatform()
                .start(() ->
                        answer.complete(flights.fly("key", boarding -> new Landing<>("leads", false), () -> "alone")));
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static String of(CompletableFuture<String> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoever_boards_before_the_fill_shares_what_was_stored() throws Exception {
        var aboard = new CompletableFuture<CompletableFuture<String>>();
        String led = flights.fly(
                "key",
                boarding -> {
                    aboard.complete(passenger());
                    boarding.close();
                    return new Landing<>("stored", true);
                },
                () -> "alone");

        assertThat(led).isEqualTo("stored");
        assertThat(of(aboard.join())).isEqualTo("stored");
    }

    @Test
    void whoever_comes_after_the_boarding_flies_anew() {
        flights.fly(
                "key",
                boarding -> {
                    boarding.close();
                    assertThat(passenger().join()).isEqualTo("leads");
                    return new Landing<>("stored", true);
                },
                () -> "alone");
    }

    @Test
    void a_load_that_was_not_stored_is_not_shared() throws Exception {
        var aboard = new CompletableFuture<CompletableFuture<String>>();
        flights.fly(
                "key",
                boarding -> {
                    aboard.complete(passenger());
                    boarding.close();
                    return new Landing<>("refused", false);
                },
                () -> "alone");

        assertThat(of(aboard.join())).isEqualTo("alone");
    }

    @Test
    void a_leader_that_forgot_to_close_the_boarding_shares_nothing() throws Exception {
        var aboard = new CompletableFuture<CompletableFuture<String>>();
        flights.fly(
                "key",
                boarding -> {
                    aboard.complete(passenger());
                    return new Landing<>("stored", true);
                },
                () -> "alone");

        assertThat(of(aboard.join())).isEqualTo("alone");
    }

    @Test
    void a_leader_that_fails_fails_alone() throws Exception {
        var aboard = new CompletableFuture<CompletableFuture<String>>();
        assertThatThrownBy(() -> flights.fly(
                        "key",
                        boarding -> {
                            aboard.complete(passenger());
                            throw new IllegalStateException("the database is away");
                        },
                        () -> "alone"))
                .hasMessage("the database is away");

        assertThat(of(aboard.join())).isEqualTo("alone");
    }

    @Test
    void a_passenger_whose_patience_ends_goes_alone() {
        var impatient = new SingleFlight<String, String>(Duration.ZERO);
        impatient.fly(
                "key",
                boarding -> {
                    var late = CompletableFuture.supplyAsync(
                            () -> impatient.fly("key", again -> new Landing<>("leads", false), () -> "alone"));
                    assertThat(late.join()).isEqualTo("alone");
                    return new Landing<>("x", false);
                },
                () -> "alone");
    }
}
