package dev.mainstay.application.identity;

import dev.mainstay.application.time.Randomness;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.ReferralCreated;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import java.time.Duration;
import java.time.InstantSource;

/** Makes a code with which a user brings others in (U9). */
public final class CreateReferralCode {

    static final int MAX_CODES = 50;

    private final Writes writes;
    private final Accounts accounts;
    private final ReferralCodes referrals;
    private final Randomness randomness;
    private final InstantSource clock;

    public CreateReferralCode(
            Writes writes, Accounts accounts, ReferralCodes referrals, Randomness randomness, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.referrals = referrals;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** How long the code is good, and for how many. */
    public record Command(UserId owner, int maxUses, Duration validFor) {}

    /**
     * Creates the code.
     *
     * @throws Conflict if the user has {@value #MAX_CODES} codes already
     */
    public ReferralCode handle(Command command) {
        return writes.run(events -> {
            accounts.holdAlone(command.owner());
            if (referrals.of(command.owner()).size() >= MAX_CODES) {
                throw new Conflict("too_many_codes", "You have 50 referral codes; wait until one expires.");
            }
            ReferralCode code;
            do {
                code = ReferralCode.create(
                        random(), command.owner(), clock.instant(), command.validFor(), command.maxUses());
            } while (!referrals.add(code));
            events.raise(new ReferralCreated(command.owner(), code.code()));
            return code;
        });
    }

    private String random() {
        var code = new StringBuilder(ReferralCode.LENGTH);
        for (byte each : randomness.bytes(ReferralCode.LENGTH)) {
            code.append(ReferralCode.ALPHABET.charAt(each & 31));
        }
        return code.toString();
    }
}
