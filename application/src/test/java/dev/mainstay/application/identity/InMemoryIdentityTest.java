package dev.mainstay.application.identity;

import dev.mainstay.application.writing.InMemoryTransactions;
import org.junit.jupiter.api.Nested;

/** Every contract of identity's ports, without a database. */
class InMemoryIdentityTest {

    @Nested
    class KeepAccounts extends AccountsContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepSessions extends SessionsContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepRefreshTokens extends RefreshTokensContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepOneTimeCodes extends OneTimeCodesContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepLetters extends LettersContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepLoginFailures extends LoginFailuresContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepProfiles extends ProfilesContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepReferralCodes extends ReferralCodesContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepSessionReader extends SessionReaderContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }

    @Nested
    class KeepUserReader extends UserReaderContract {
        @Override
        protected IdentityStores stores() {
            return IdentityStores.inMemory(new InMemoryTransactions());
        }
    }
}
