package dev.mainstay.domain.finance.schedules;

import java.time.LocalDate;

/**
 * An occurrence of a schedule.
 *
 * @param number from 1, as COUNT counts
 */
public record Due(LocalDate day, int number) {}
