package dev.mainstay.domain.finance.schedules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Why a schedule could not record its transaction.
 *
 * @param day of the occurrence
 * @param code of the refusal
 * @param reason for a person to read
 */
public record Failure(LocalDate day, String code, String reason, Instant at) {

    public static final int LONGEST_REASON = 500;

    public Failure {
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
