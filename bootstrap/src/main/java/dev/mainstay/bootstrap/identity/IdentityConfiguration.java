package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.IdentitySettings;
import dev.mainstay.bootstrap.configuration.Misconfigured;
import dev.mainstay.bootstrap.identity.Argon2Passwords.Cost;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the environment says about identity; the README documents the variables. */
@Singleton
record IdentityConfiguration(
        @Property(name = "access.token.minutes", defaultValue = "10")
        int accessTokenMinutes,

        @Property(name = "refresh.token.days", defaultValue = "30")
        int refreshTokenDays,

        @Property(name = "deletion.grace.days", defaultValue = "14")
        int deletionGraceDays,

        @Property(name = "argon2.memory.kib", defaultValue = "19456")
        int argon2Memory,

        @Property(name = "argon2.iterations", defaultValue = "2")
        int argon2Iterations,

        @Property(name = "argon2.concurrency", defaultValue = "2")
        int argon2Concurrency,

        @Property(name = "admin.email") @Nullable String adminEmail,
        @Property(name = "smtp.url") @Nullable String smtpUrl,

        @Property(name = "mail.from", defaultValue = "mainstay@localhost.localdomain")
        String mailFrom) {

    IdentityConfiguration {
        require("ACCESS_TOKEN_MINUTES", accessTokenMinutes, 1, 24 * 60);
        require("REFRESH_TOKEN_DAYS", refreshTokenDays, 1, 365);
        require("DELETION_GRACE_DAYS", deletionGraceDays, 0, 365);
        require("ARGON2_MEMORY_KIB", argon2Memory, 1024, 1024 * 1024);
        require("ARGON2_ITERATIONS", argon2Iterations, 1, 20);
        require("ARGON2_CONCURRENCY", argon2Concurrency, 1, 64);
    }

    private static void require(String variable, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Misconfigured(
                    "%s must be a whole number from %d to %d, not '%d'.".formatted(variable, least, most, value));
        }
    }

    IdentitySettings settings() {
        return new IdentitySettings(
                Duration.ofDays(refreshTokenDays),
                IdentitySettings.DEFAULT.refreshGrace(),
                IdentitySettings.DEFAULT.codeLife(),
                Duration.ofDays(deletionGraceDays));
    }

    Duration accessTokenLife() {
        return Duration.ofMinutes(accessTokenMinutes);
    }

    Cost passwordCost() {
        return new Cost(argon2Memory, argon2Iterations, 1);
    }

    Optional<String> firstAdmin() {
        return Optional.ofNullable(adminEmail).filter(address -> !address.isBlank());
    }

    Optional<SmtpUrl> mailServer() {
        return Optional.ofNullable(smtpUrl).filter(url -> !url.isBlank()).map(SmtpUrl::parse);
    }
}
