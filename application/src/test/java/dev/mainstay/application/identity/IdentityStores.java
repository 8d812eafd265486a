package dev.mainstay.application.identity;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;

/** Every port of identity that stores facts, on one store: in memory here, on PostgreSQL in its module. */
public record IdentityStores(
        Transactions transactions,
        Accounts accounts,
        Profiles profiles,
        Sessions sessions,
        RefreshTokens refreshTokens,
        OneTimeCodes codes,
        Letters letters,
        LoginFailures failures,
        ReferralCodes referrals,
        SessionReader sessionReader,
        UserReader userReader) {

    /** An empty store without a database. */
    public static IdentityStores inMemory(InMemoryTransactions transactions) {
        var tables = new InMemoryIdentity(transactions);
        return new IdentityStores(
                transactions,
                new InMemoryAccounts(tables),
                new InMemoryProfiles(tables),
                new InMemorySessions(tables),
                new InMemoryRefreshTokens(tables),
                new InMemoryOneTimeCodes(tables),
                new InMemoryLetters(tables),
                new InMemoryLoginFailures(tables),
                new InMemoryReferralCodes(tables),
                new InMemorySessionReader(tables),
                new InMemoryUserReader(tables));
    }
}
