package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.AppointFirstAdmin;
import dev.mainstay.application.identity.CarryOutDeletions;
import dev.mainstay.application.identity.CodeCheck;
import dev.mainstay.application.identity.CodeDelivery;
import dev.mainstay.application.identity.FirstAdmin;
import dev.mainstay.application.identity.ForgetExpired;
import dev.mainstay.application.identity.IdentitySettings;
import dev.mainstay.application.identity.LetterWorker;
import dev.mainstay.application.identity.Letters;
import dev.mainstay.application.identity.LoginFailures;
import dev.mainstay.application.identity.OneTimeCodes;
import dev.mainstay.application.identity.ReferralCodes;
import dev.mainstay.application.identity.RefreshTokens;
import dev.mainstay.application.identity.SendLetters;
import dev.mainstay.application.identity.Sessions;
import dev.mainstay.application.identity.WakeLetterWorker;
import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** What identity does without being asked: letters, due deletions, clearing away, the first administrator. */
@Factory
final class IdentityJobsFactory {

    @Singleton
    SendLetters sendLetters(
            Writes writes,
            Letters letters,
            CodeCheck codes,
            CodeDelivery delivery,
            InstantSource clock,
            IdentitySettings settings) {
        return new SendLetters(writes, letters, codes, delivery, clock, settings);
    }

    @Singleton
    LetterWorker letterWorker(SendLetters letters, WakeUps wakeUps) {
        return new LetterWorker(letters, wakeUps);
    }

    @Singleton
    WakeLetterWorker wakeLetterWorker(WakeUps wakeUps) {
        return new WakeLetterWorker(wakeUps);
    }

    @Singleton
    CarryOutDeletions carryOutDeletions(
            Writes writes, Accounts accounts, Sessions sessions, ReferralCodes referrals, InstantSource clock) {
        return new CarryOutDeletions(writes, accounts, sessions, referrals, clock);
    }

    @Singleton
    ForgetExpired forgetExpired(
            Writes writes,
            Sessions sessions,
            RefreshTokens refreshTokens,
            OneTimeCodes codes,
            Letters letters,
            LoginFailures failures,
            InstantSource clock) {
        return new ForgetExpired(writes, sessions, refreshTokens, codes, letters, failures, clock);
    }

    @Singleton
    AppointFirstAdmin appointFirstAdmin(Writes writes, Accounts accounts, Sessions sessions, InstantSource clock) {
        return new AppointFirstAdmin(writes, accounts, sessions, clock);
    }

    @Singleton
    FirstAdmin firstAdmin(Accounts accounts, IdentityConfiguration configuration) {
        return new FirstAdmin(accounts, configuration.firstAdmin());
    }

    @Singleton
    ApplicationEventListener<StartupEvent> appointingAtTheStart(
            AppointFirstAdmin appoint, IdentityConfiguration configuration) {
        return started ->
                configuration.firstAdmin().map(AppointFirstAdmin.Command::new).ifPresent(appoint::handle);
    }

    @Context
    @Bean(preDestroy = "stop")
    WorkerThread letterThread(LetterWorker worker) {
        return WorkerThread.start("letters", worker);
    }

    @Singleton
    PeriodicJob deletions(CarryOutDeletions deletions) {
        return new PeriodicJob("carry-out-deletions", Duration.ofMinutes(10), deletions::run);
    }

    @Singleton
    PeriodicJob forgetting(ForgetExpired forget) {
        return new PeriodicJob("forget-expired-sessions", Duration.ofHours(1), forget::run);
    }
}
