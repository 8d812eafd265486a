package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.AccountsContract;
import dev.mainstay.application.identity.IdentityStores;
import dev.mainstay.application.identity.LettersContract;
import dev.mainstay.application.identity.LoginFailuresContract;
import dev.mainstay.application.identity.OneTimeCodesContract;
import dev.mainstay.application.identity.ProfilesContract;
import dev.mainstay.application.identity.ReferralCodesContract;
import dev.mainstay.application.identity.RefreshTokensContract;
import dev.mainstay.application.identity.SessionReaderContract;
import dev.mainstay.application.identity.SessionsContract;
import dev.mainstay.application.identity.UserReaderContract;
import org.junit.jupiter.api.Nested;

/** Every contract of identity's ports, on PostgreSQL. */
class PostgresIdentityIT {

    @Nested
    class KeepAccounts extends AccountsContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepSessions extends SessionsContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepRefreshTokens extends RefreshTokensContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepOneTimeCodes extends OneTimeCodesContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepLetters extends LettersContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepLoginFailures extends LoginFailuresContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepProfiles extends ProfilesContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepReferralCodes extends ReferralCodesContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepSessionReader extends SessionReaderContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }

    @Nested
    class KeepUserReader extends UserReaderContract {
        @Override
        protected IdentityStores stores() {
            return PostgresStores.empty();
        }
    }
}
