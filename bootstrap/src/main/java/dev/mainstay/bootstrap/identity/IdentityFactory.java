package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.AccessTokens;
import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.Authenticate;
import dev.mainstay.application.identity.ChangePassword;
import dev.mainstay.application.identity.CodeCheck;
import dev.mainstay.application.identity.EndSession;
import dev.mainstay.application.identity.EndedSessions;
import dev.mainstay.application.identity.ForgotPassword;
import dev.mainstay.application.identity.IdentitySettings;
import dev.mainstay.application.identity.LetterBox;
import dev.mainstay.application.identity.Letters;
import dev.mainstay.application.identity.ListSessions;
import dev.mainstay.application.identity.LogIn;
import dev.mainstay.application.identity.LogOut;
import dev.mainstay.application.identity.LogOutEverywhere;
import dev.mainstay.application.identity.LoginFailures;
import dev.mainstay.application.identity.LoginGate;
import dev.mainstay.application.identity.OneTimeCodes;
import dev.mainstay.application.identity.Passwords;
import dev.mainstay.application.identity.Profiles;
import dev.mainstay.application.identity.RecallCaller;
import dev.mainstay.application.identity.RefreshSession;
import dev.mainstay.application.identity.RefreshTokens;
import dev.mainstay.application.identity.Register;
import dev.mainstay.application.identity.ResetPassword;
import dev.mainstay.application.identity.ServerKey;
import dev.mainstay.application.identity.SessionHints;
import dev.mainstay.application.identity.SessionOpening;
import dev.mainstay.application.identity.SessionReader;
import dev.mainstay.application.identity.Sessions;
import dev.mainstay.application.identity.TokenIssue;
import dev.mainstay.application.identity.VerifyEmail;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.time.Randomness;
import dev.mainstay.application.writing.Writes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Accounts and sessions: who somebody is, and how they come in and go out. */
@Factory
final class IdentityFactory {

    @Singleton
    LetterBox letterBox(Letters letters, Ids ids, InstantSource clock) {
        return new LetterBox(letters, ids, clock);
    }

    @Singleton
    CodeCheck codeCheck(OneTimeCodes codes, ServerKey key, Randomness randomness, InstantSource clock) {
        return new CodeCheck(codes, key, randomness, clock);
    }

    @Singleton
    LoginGate loginGate(RateLimiter limiter, LoginFailures failures, ServerKey key, InstantSource clock) {
        return new LoginGate(limiter, failures, key, clock);
    }

    @Singleton
    TokenIssue tokenIssue(
            AccessTokens accessTokens, RefreshTokens refreshTokens, ServerKey key, Randomness randomness) {
        return new TokenIssue(accessTokens, refreshTokens, key, randomness);
    }

    @Singleton
    EndedSessions endedSessions(Writes writes, Accounts accounts, Sessions sessions, InstantSource clock) {
        return new EndedSessions(writes, accounts, sessions, clock);
    }

    @Singleton
    Register register(
            Writes writes,
            Accounts accounts,
            Profiles profiles,
            Passwords passwords,
            LetterBox letters,
            Ids ids,
            InstantSource clock) {
        return new Register(writes, accounts, profiles, passwords, letters, ids, clock);
    }

    @Singleton
    VerifyEmail verifyEmail(Writes writes, Accounts accounts, CodeCheck codes, LetterBox letters, InstantSource clock) {
        return new VerifyEmail(writes, accounts, codes, letters, clock);
    }

    @Singleton
    SessionOpening sessionOpening(
            Sessions sessions,
            TokenIssue tokens,
            LoginGate gate,
            Ids ids,
            InstantSource clock,
            IdentitySettings settings) {
        return new SessionOpening(sessions, tokens, gate, ids, clock, settings);
    }

    @Singleton
    LogIn logIn(
            Writes writes,
            Accounts accounts,
            Passwords passwords,
            LoginGate gate,
            SessionOpening opening,
            LetterBox letters) {
        return new LogIn(writes, accounts, passwords, gate, opening, letters);
    }

    @Singleton
    RefreshSession refreshSession(
            Writes writes,
            Accounts accounts,
            Sessions sessions,
            RefreshTokens refreshTokens,
            TokenIssue tokens,
            InstantSource clock,
            IdentitySettings settings) {
        return new RefreshSession(writes, accounts, sessions, refreshTokens, tokens, clock, settings);
    }

    @Singleton
    LogOut logOut(EndedSessions ended) {
        return new LogOut(ended);
    }

    @Singleton
    LogOutEverywhere logOutEverywhere(EndedSessions ended) {
        return new LogOutEverywhere(ended);
    }

    @Singleton
    EndSession endSession(EndedSessions ended) {
        return new EndSession(ended);
    }

    @Singleton
    ListSessions listSessions(Sessions sessions, InstantSource clock) {
        return new ListSessions(sessions, clock);
    }

    @Singleton
    ForgotPassword forgotPassword(Writes writes, Accounts accounts, LetterBox letters) {
        return new ForgotPassword(writes, accounts, letters);
    }

    @Singleton
    ResetPassword resetPassword(
            Writes writes,
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            CodeCheck codes,
            LoginGate gate,
            InstantSource clock) {
        return new ResetPassword(writes, accounts, sessions, passwords, codes, gate, clock);
    }

    @Singleton
    ChangePassword changePassword(
            Writes writes,
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            LoginGate gate,
            InstantSource clock) {
        return new ChangePassword(writes, accounts, sessions, passwords, gate, clock);
    }

    @Singleton
    RecallCaller recallCaller(AccessTokens tokens, LastKnown known, InstantSource clock) {
        return new RecallCaller(tokens, known, clock);
    }

    @Singleton
    Authenticate authenticate(AccessTokens tokens, ViewCache views, SessionReader reader, InstantSource clock) {
        return new Authenticate(tokens, views, reader, clock);
    }

    @Singleton
    SessionHints sessionHints(LiveChannels channels) {
        return new SessionHints(channels);
    }
}
