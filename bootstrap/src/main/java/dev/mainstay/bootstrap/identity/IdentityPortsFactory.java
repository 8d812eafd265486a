package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.AccessTokens;
import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.CodeDelivery;
import dev.mainstay.application.identity.IdentitySettings;
import dev.mainstay.application.identity.IdentityViews;
import dev.mainstay.application.identity.Letters;
import dev.mainstay.application.identity.LoginFailures;
import dev.mainstay.application.identity.OneTimeCodes;
import dev.mainstay.application.identity.Passwords;
import dev.mainstay.application.identity.Profiles;
import dev.mainstay.application.identity.ReferralCodes;
import dev.mainstay.application.identity.RefreshTokens;
import dev.mainstay.application.identity.ServerKey;
import dev.mainstay.application.identity.SessionReader;
import dev.mainstay.application.identity.Sessions;
import dev.mainstay.application.identity.UserReader;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.time.Randomness;
import dev.mainstay.bootstrap.configuration.Secret;
import dev.mainstay.bootstrap.configuration.Settings;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.identity.PostgresAccounts;
import dev.mainstay.postgres.identity.PostgresLetters;
import dev.mainstay.postgres.identity.PostgresLoginFailures;
import dev.mainstay.postgres.identity.PostgresOneTimeCodes;
import dev.mainstay.postgres.identity.PostgresProfiles;
import dev.mainstay.postgres.identity.PostgresReferralCodes;
import dev.mainstay.postgres.identity.PostgresRefreshTokens;
import dev.mainstay.postgres.identity.PostgresSessionReader;
import dev.mainstay.postgres.identity.PostgresSessions;
import dev.mainstay.postgres.identity.PostgresUserReader;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** What identity stands on: its tables, its libraries, its views. */
@Factory
final class IdentityPortsFactory {

    private static final int WAITING_FOR_ARGON2 = 64;
    private static final Duration LONGEST_WAIT_FOR_ARGON2 = Duration.ofSeconds(5);

    @Singleton
    FeatureViews identityViews() {
        return new FeatureViews(IdentityViews.all());
    }

    @Singleton
    Accounts accounts(Database database) {
        return new PostgresAccounts(database);
    }

    @Singleton
    Sessions sessions(Database database) {
        return new PostgresSessions(database);
    }

    @Singleton
    RefreshTokens refreshTokens(Database database) {
        return new PostgresRefreshTokens(database);
    }

    @Singleton
    OneTimeCodes oneTimeCodes(Database database) {
        return new PostgresOneTimeCodes(database);
    }

    @Singleton
    Letters letters(Database database) {
        return new PostgresLetters(database);
    }

    @Singleton
    LoginFailures loginFailures(Database database) {
        return new PostgresLoginFailures(database);
    }

    @Singleton
    Profiles profiles(Database database) {
        return new PostgresProfiles(database);
    }

    @Singleton
    UserZones userZones(Profiles profiles) {
        return user -> profiles.find(user)
                .orElseThrow(() -> new NotFound("user_not_found", "There is no such user."))
                .timeZone();
    }

    @Singleton
    ReferralCodes referralCodes(Database database) {
        return new PostgresReferralCodes(database);
    }

    @Singleton
    SessionReader sessionReader(Database database) {
        return new PostgresSessionReader(database);
    }

    @Singleton
    UserReader userReader(Database database) {
        return new PostgresUserReader(database);
    }

    @Singleton
    IdentitySettings identitySettings(IdentityConfiguration configuration) {
        return configuration.settings();
    }

    @Singleton
    ServerKey serverKey(Secret secret) {
        return new ServerKey(secret.bytes());
    }

    @Singleton
    AccessTokens accessTokens(Secret secret, Ids ids, InstantSource clock, IdentityConfiguration configuration) {
        return new JwtAccessTokens(secret.bytes(), ids, clock, configuration.accessTokenLife());
    }

    @Singleton
    Passwords passwords(Randomness randomness, IdentityConfiguration configuration) {
        var turnstile = new Turnstile(configuration.argon2Concurrency(), WAITING_FOR_ARGON2, LONGEST_WAIT_FOR_ARGON2);
        return new Argon2Passwords(configuration.passwordCost(), randomness, turnstile);
    }

    @Singleton
    CodeDelivery codeDelivery(IdentityConfiguration configuration, Settings settings, InstantSource clock) {
        return configuration
                .mailServer()
                .<CodeDelivery>map(server -> new SmtpDelivery(server, configuration.mailFrom()))
                .orElseGet(() -> new MailFile(settings.home().resolve("mail.txt"), clock));
    }
}
