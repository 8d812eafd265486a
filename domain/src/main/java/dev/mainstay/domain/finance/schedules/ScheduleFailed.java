package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;

/** A schedule could not record its transaction of that day, and waits for its owner. */
public record ScheduleFailed(UserId owner, ScheduleId schedule, LocalDate day, String code) implements DomainEvent {}
