package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.CancelDeletion;
import dev.mainstay.application.identity.CreateReferralCode;
import dev.mainstay.application.identity.ExportOwnedData;
import dev.mainstay.application.identity.IdentityOwnedData;
import dev.mainstay.application.identity.IdentitySettings;
import dev.mainstay.application.identity.ListReferralCodes;
import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.identity.ProfileVersions;
import dev.mainstay.application.identity.Profiles;
import dev.mainstay.application.identity.RedeemReferralCode;
import dev.mainstay.application.identity.ReferralCodes;
import dev.mainstay.application.identity.RequestDeletion;
import dev.mainstay.application.identity.ReviseProfile;
import dev.mainstay.application.identity.SessionReader;
import dev.mainstay.application.identity.Sessions;
import dev.mainstay.application.identity.ShowPendingCodes;
import dev.mainstay.application.identity.ShowProfile;
import dev.mainstay.application.identity.ShowReferralCode;
import dev.mainstay.application.identity.ShowRoles;
import dev.mainstay.application.identity.UserReader;
import dev.mainstay.application.time.Randomness;
import dev.mainstay.application.writing.Writes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Profiles, referrals, and taking one's things away. */
@Factory
final class ProfileFactory {

    @Singleton
    ShowProfile showProfile(ViewCache views, UserReader reader) {
        return new ShowProfile(views, reader);
    }

    @Singleton
    ProfileVersions profileVersions(Profiles profiles) {
        return new ProfileVersions(profiles);
    }

    @Singleton
    ShowRoles showRoles(ViewCache views, UserReader reader) {
        return new ShowRoles(views, reader);
    }

    @Singleton
    ShowPendingCodes showPendingCodes(ViewCache views, SessionReader reader, InstantSource clock) {
        return new ShowPendingCodes(views, reader, clock);
    }

    @Singleton
    ReviseProfile reviseProfile(Writes writes, Accounts accounts, Profiles profiles) {
        return new ReviseProfile(writes, accounts, profiles);
    }

    @Singleton
    RequestDeletion requestDeletion(
            Writes writes, Accounts accounts, Sessions sessions, InstantSource clock, IdentitySettings settings) {
        return new RequestDeletion(writes, accounts, sessions, clock, settings);
    }

    @Singleton
    CancelDeletion cancelDeletion(Writes writes, Accounts accounts, Sessions sessions, InstantSource clock) {
        return new CancelDeletion(writes, accounts, sessions, clock);
    }

    @Singleton
    IdentityOwnedData identityOwnedData(
            UserReader users, Sessions sessions, ReferralCodes referrals, InstantSource clock) {
        return new IdentityOwnedData(users, sessions, referrals, clock);
    }

    @Singleton
    ExportOwnedData exportOwnedData(Writes writes, List<OwnedData> features) {
        return new ExportOwnedData(writes, features);
    }

    @Singleton
    CreateReferralCode createReferralCode(
            Writes writes, Accounts accounts, ReferralCodes referrals, Randomness randomness, InstantSource clock) {
        return new CreateReferralCode(writes, accounts, referrals, randomness, clock);
    }

    @Singleton
    ListReferralCodes listReferralCodes(ReferralCodes referrals) {
        return new ListReferralCodes(referrals);
    }

    @Singleton
    ShowReferralCode showReferralCode(ViewCache views, UserReader reader, InstantSource clock) {
        return new ShowReferralCode(views, reader, clock);
    }

    @Singleton
    RedeemReferralCode redeemReferralCode(Writes writes, ReferralCodes referrals, InstantSource clock) {
        return new RedeemReferralCode(writes, referrals, clock);
    }
}
