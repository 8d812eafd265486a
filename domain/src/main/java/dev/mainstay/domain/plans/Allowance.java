package dev.mainstay.domain.plans;

import dev.mainstay.domain.refusal.Invalid;
import java.util.Map;
import java.util.Set;

/**
 * What a plan allows.
 *
 * @param limits how many of each; what is not named is as in the default plan, and not named there either, {@link Limit#otherwise}
 */
public record Allowance(Set<Entitlement> entitlements, Map<Limit, Long> limits) {

    public static final long MOST = 1_000_000_000;

    /**
     * Checks the limits.
     *
     * @throws Invalid naming the limit out of range
     */
    public Allowance {
        entitlements = Set.copyOf(entitlements);
        limits = Map.copyOf(limits);
        limits.forEach((limit, most) -> {
            if (most < 0 || most > MOST) {
                throw new Invalid("limits." + limit, "out_of_range", "must be 0 to " + MOST + ", was " + most);
            }
        });
    }

    public boolean has(Entitlement entitlement) {
        return entitlements.contains(entitlement);
    }

    /** How many there may be, the default plan's allowance filling the gaps. */
    public long limit(Limit limit, Allowance ofDefault) {
        return limits.getOrDefault(limit, ofDefault.limits.getOrDefault(limit, limit.otherwise()));
    }
}
