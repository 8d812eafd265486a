package dev.mainstay.application.identity;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param refreshLife a session ends when it was not refreshed for so long
 * @param refreshGrace how long a client may honestly send a refresh token twice
 * @param codeLife how long a one-time code is good
 * @param deletionGrace how long a wish to be forgotten can be taken back
 */
public record IdentitySettings(Duration refreshLife, Duration refreshGrace, Duration codeLife, Duration deletionGrace) {
    public static final IdentitySettings DEFAULT = new IdentitySettings(
            Duration.ofDays(30), Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofDays(14));
}
