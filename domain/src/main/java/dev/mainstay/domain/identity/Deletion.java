package dev.mainstay.domain.identity;

import java.time.Instant;

/**
 * A wish to be forgotten, which can be taken back until it is due (U13).
 *
 * @param due when everything is removed for good
 */
public record Deletion(Instant requestedAt, Instant due) {}
