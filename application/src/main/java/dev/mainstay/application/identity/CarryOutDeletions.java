package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.AccountDeleted;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job that removes accounts whose deletion is due: for good, with everything they own in every feature (U13, G15). */
public final class CarryOutDeletions {

    private static final Logger log = LoggerFactory.getLogger(CarryOutDeletions.class);
    private static final int AT_ONCE = 100;

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ReferralCodes referrals;
    private final InstantSource clock;

    public CarryOutDeletions(
            Writes writes, Accounts accounts, Sessions sessions, ReferralCodes referrals, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** Runs once over what is due; the scheduler sees to it that one instance does at a time. */
    public void run() {
        List<UserId> due = accounts.dueForDeletion(clock.instant(), AT_ONCE);
        due.forEach(this::carryOut);
        if (!due.isEmpty()) {
            log.info("deletions_carried_out accounts={}", due.size());
        }
    }

    private void carryOut(UserId user) {
        writes.perform(events -> accounts.holdAlone(user)
                .filter(account -> account.dueForDeletion(clock.instant()))
                .ifPresent(account -> {
                    var all = sessions.all(user);
                    var codes =
                            referrals.of(user).stream().map(ReferralCode::code).toList();
                    accounts.remove(user);
                    events.raise(new AccountDeleted(user, all, codes));
                }));
    }
}
