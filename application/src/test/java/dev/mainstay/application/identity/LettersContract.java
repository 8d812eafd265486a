package dev.mainstay.application.identity;

import static dev.mainstay.domain.identity.LetterKind.VERIFY_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.Letters.Letter;
import dev.mainstay.application.identity.Letters.Recipient;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Letters} does. */
public abstract class LettersContract extends IdentityContract {

    private static final Instant LEASE_END = NOW.plusSeconds(120);

    private void request(Optional<UserId> to, Instant at) {
        inTransaction(() -> stores.letters().request(UUID.randomUUID(), VERIFY_EMAIL, to, at));
    }

    private Optional<Letter> take(Instant at) {
        return inTransaction(() -> stores.letters().take(at, at.plus(Duration.between(NOW, LEASE_END))));
    }

    @Test
    void a_letter_is_taken_with_its_recipient_and_hidden_while_its_lease_runs() {
        var ann = registered("ann");
        request(Optional.of(ann.id()), NOW);

        var taken = take(NOW).orElseThrow();

        assertThat(taken.kind()).isEqualTo(VERIFY_EMAIL);
        assertThat(taken.to()).contains(new Recipient(ann.id(), ann.email(), "ann", "de-AT"));
        assertThat(taken.attempts()).isEqualTo(1);
        assertThat(take(LEASE_END.minusSeconds(1))).isEmpty();
        assertThat(take(LEASE_END).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void two_requests_are_one_letter_while_it_is_queued() {
        var ann = registered("ann");
        request(Optional.of(ann.id()), NOW);
        request(Optional.of(ann.id()), NOW);

        assertThat(take(NOW)).isPresent();
        assertThat(take(NOW)).isEmpty();
    }

    @Test
    void a_second_letter_waits_a_minute_after_the_first_was_sent() {
        var ann = registered("ann");
        request(Optional.of(ann.id()), NOW);
        var first = take(NOW).orElseThrow();
        inTransaction(() -> stores.letters().sent(first.id(), NOW));

        request(Optional.of(ann.id()), NOW.plusSeconds(10));

        assertThat(take(NOW.plusSeconds(59))).isEmpty();
        assertThat(take(NOW.plusSeconds(60))).isPresent();
    }

    @Test
    void a_letter_to_nobody_is_queued_like_any_other() {
        request(Optional.empty(), NOW);
        request(Optional.empty(), NOW);

        assertThat(take(NOW).orElseThrow().to()).isEmpty();
        assertThat(take(NOW).orElseThrow().to()).isEmpty();
    }

    @Test
    void what_is_put_off_comes_again_and_what_is_buried_does_not() {
        request(Optional.of(registered("ann").id()), NOW);
        var letter = take(NOW).orElseThrow();

        inTransaction(() -> stores.letters().putOff(letter.id(), NOW.plusSeconds(10), "no route"));
        assertThat(take(NOW.plusSeconds(9))).isEmpty();
        assertThat(take(NOW.plusSeconds(10))).isPresent();

        inTransaction(() -> stores.letters().bury(letter.id(), NOW, "no route"));
        assertThat(take(NOW.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(inTransaction(() -> stores.letters().forgetBefore(NOW.plusSeconds(1))))
                .isEqualTo(1);
    }
}
