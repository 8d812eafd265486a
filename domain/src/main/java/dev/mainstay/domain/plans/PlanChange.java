package dev.mainstay.domain.plans;

import java.time.Instant;

/**
 * A change of a subscription's plan, computed but not made.
 *
 * @param period the one that runs afterwards
 */
public record PlanChange(PlanCode plan, Price price, Instant at, Period period, Bill bill) {}
