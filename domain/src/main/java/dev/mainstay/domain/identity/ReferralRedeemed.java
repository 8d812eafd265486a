package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** A user was brought in by another. */
public record ReferralRedeemed(UserId user, UserId owner, String code) implements Audited, ReferralsChanged {

    @Override
    public List<String> codes() {
        return List.of(code);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "referral.redeemed", "user", user.value(), Map.of(), Map.of("code", code));
    }
}
