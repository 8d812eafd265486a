package dev.mainstay.application.identity;

import dev.mainstay.application.identity.CodeDelivery.Mail;
import dev.mainstay.application.identity.CodeDelivery.Undelivered;
import dev.mainstay.application.identity.Letters.Letter;
import dev.mainstay.application.identity.Letters.Recipient;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's step (G16): takes the letter that waits longest, makes its code at this moment, and delivers it. The code is committed before
 * the letter goes out and no transaction is open meanwhile. What cannot be delivered is tried again, ever later, and given up
 * after {@value #MAX_ATTEMPTS} attempts. Should the process die on the way, the letter comes up again, with a new code.
 */
public final class SendLetters {

    static final int MAX_ATTEMPTS = 8;

    private static final Logger log = LoggerFactory.getLogger(SendLetters.class);
    /** Longer than any delivery may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Writes writes;
    private final Letters letters;
    private final CodeCheck codes;
    private final CodeDelivery delivery;
    private final InstantSource clock;
    private final IdentitySettings settings;

    public SendLetters(
            Writes writes,
            Letters letters,
            CodeCheck codes,
            CodeDelivery delivery,
            InstantSource clock,
            IdentitySettings settings) {
        this.writes = writes;
        this.letters = letters;
        this.codes = codes;
        this.delivery = delivery;
        this.clock = clock;
        this.settings = settings;
    }

    /** Sends one letter. @return false if none is due */
    public boolean next() {
        Instant now = clock.instant();
        Optional<Ready> taken =
                writes.run(events -> letters.take(now, now.plus(LEASE)).map(letter -> prepare(letter, events)));
        taken.ifPresent(this::send);
        return taken.isPresent();
    }

    private Ready prepare(Letter letter, Events events) {
        if (letter.to().isEmpty() || letter.attempts() > MAX_ATTEMPTS) {
            return new Ready(letter, Optional.empty());
        }
        Recipient to = letter.to().get();
        if (!letter.kind().carriesCode()) {
            return new Ready(letter, Optional.of(new Mail(to, letter.kind(), Optional.empty(), Optional.empty())));
        }
        String code = codes.issue(to.user(), letter.kind(), settings.codeLife(), events);
        var goodUntil = clock.instant().plus(settings.codeLife());
        return new Ready(letter, Optional.of(new Mail(to, letter.kind(), Optional.of(code), Optional.of(goodUntil))));
    }

    private void send(Ready ready) {
        Letter letter = ready.letter();
        if (letter.attempts() > MAX_ATTEMPTS) {
            giveUp(letter, "never came back from delivery");
            return;
        }
        try {
            ready.mail().ifPresent(delivery::deliver);
        } catch (Undelivered failure) {
            failed(letter, failure);
            return;
        }
        writes.perform(events -> letters.sent(letter.id(), clock.instant()));
    }

    private void failed(Letter letter, Undelivered failure) {
        if (letter.attempts() == MAX_ATTEMPTS) {
            giveUp(letter, failure.reason());
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(
                BigInteger.valueOf(3).pow(letter.attempts() - 1).longValueExact());
        Instant again = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        log.warn(
                "letter_put_off letter={} kind={} attempt={} until={}",
                letter.id(),
                letter.kind(),
                letter.attempts(),
                again,
                failure);
        writes.perform(events -> letters.putOff(letter.id(), again, failure.reason()));
    }

    private void giveUp(Letter letter, String error) {
        log.error("letter_given_up letter={} kind={} error={}", letter.id(), letter.kind(), error);
        writes.perform(events -> letters.bury(letter.id(), clock.instant(), error));
    }

    private record Ready(Letter letter, Optional<Mail> mail) {}
}
