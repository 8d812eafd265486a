package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link ReferralCodes} without a database. */
final class InMemoryReferralCodes implements ReferralCodes {

    private final InMemoryIdentity tables;

    InMemoryReferralCodes(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public boolean add(ReferralCode code) {
        tables.transactions.requireActive();
        if (find(code.code()).isPresent()) {
            return false;
        }
        tables.referralCodes.put(code.code(), code);
        return true;
    }

    @Override
    public Optional<ReferralCode> find(String code) {
        return tables.referralCodes.find(code);
    }

    @Override
    public List<ReferralCode> of(UserId owner) {
        return tables.referralCodes.stream()
                .filter(code -> code.owner().equals(owner))
                .sorted(Comparator.comparing(ReferralCode::createdAt).reversed().thenComparing(ReferralCode::code))
                .toList();
    }

    @Override
    public boolean use(String code, UserId by, Instant now) {
        tables.transactions.requireActive();
        var usable = find(code)
                .filter(found -> found.uses() < found.maxUses()
                        && now.isBefore(found.expiresAt())
                        && !found.owner().equals(by));
        usable.ifPresent(found -> tables.referralCodes.put(
                code,
                new ReferralCode(
                        code, found.owner(), found.createdAt(), found.expiresAt(), found.maxUses(), found.uses() + 1)));
        return usable.isPresent();
    }

    @Override
    public boolean redeem(UserId by, String code, Instant now) {
        tables.transactions.requireActive();
        if (tables.redemptions.find(by).isPresent()) {
            return false;
        }
        tables.redemptions.put(by, code);
        return true;
    }
}
