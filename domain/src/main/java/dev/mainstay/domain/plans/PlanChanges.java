package dev.mainstay.domain.plans;

import dev.mainstay.domain.money.Money;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be different about a plan; what is empty stays.
 *
 * @param amount the price of periods that begin from now on
 */
public record PlanChanges(
        Optional<String> name,
        Optional<String> description,
        Optional<Money> amount,
        Optional<Integer> trialDays,
        Optional<Set<Entitlement>> entitlements,
        Optional<Map<Limit, Long>> limits) {}
