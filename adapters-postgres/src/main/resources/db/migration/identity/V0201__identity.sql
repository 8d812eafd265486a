CREATE SCHEMA identity;

-- One row per person. Everything a person owns, in every feature, references it ON DELETE CASCADE (U13).
CREATE TABLE identity.account (
    id                    uuid        PRIMARY KEY,
    -- Normalised by the domain: trimmed, NFKC, lowercase.
    email                 text        NOT NULL CONSTRAINT account_email UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    -- A PHC string. Null: nobody knows a password; only a reset sets one.
    password_hash         text        CHECK (password_hash LIKE '$%'),
    -- Somebody else may have chosen the password before the owner of the mailbox proved to be one.
    password_contested    boolean     NOT NULL DEFAULT false,
    registered_at         timestamptz NOT NULL,
    verified_at           timestamptz,
    suspended_at          timestamptz,
    deletion_requested_at timestamptz,
    deletion_due          timestamptz,
    CHECK ((deletion_requested_at IS NULL) = (deletion_due IS NULL))
);

CREATE INDEX account_registered ON identity.account (registered_at DESC, id DESC);
CREATE INDEX account_deletion_due ON identity.account (deletion_due) WHERE deletion_due IS NOT NULL;

CREATE TABLE identity.account_role (
    user_id    uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    role       text        NOT NULL CHECK (role IN ('STUDENT', 'TEACHER', 'PARENT', 'ADMIN')),
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, role)
);

CREATE INDEX account_role_role ON identity.account_role (role);

CREATE TABLE identity.profile (
    user_id     uuid          PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
    name        text          NOT NULL CHECK (length(name) <= 100),
    bio         text          NOT NULL CHECK (length(bio) <= 2000),
    theme       text          NOT NULL CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
    time_zone   text          NOT NULL,
    locale      text          NOT NULL,
    preferences public.hstore NOT NULL,
    version     bigint        NOT NULL CHECK (version >= 1)
);

-- One login on one device; the family of its refresh tokens (U3, U4).
CREATE TABLE identity.session (
    id           uuid        PRIMARY KEY,
    user_id      uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    device       text        NOT NULL,
    address_hash text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX session_owner ON identity.session (user_id, created_at DESC);
CREATE INDEX session_expires ON identity.session (expires_at);

CREATE TABLE identity.refresh_token (
    hash       bytea       PRIMARY KEY CHECK (length(hash) = 32),
    session_id uuid        NOT NULL REFERENCES identity.session (id) ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- When it was exchanged for its successor; it is worth nothing afterwards.
    rotated_at timestamptz
);

CREATE INDEX refresh_token_session ON identity.refresh_token (session_id);

-- The code that is valid at the moment, at most one of a kind per account; a new one replaces the old (U6).
CREATE TABLE identity.one_time_code (
    user_id     uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    kind        text        NOT NULL CHECK (kind IN ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    hash        bytea       NOT NULL CHECK (length(hash) = 32),
    expires_at  timestamptz NOT NULL,
    attempts    integer     NOT NULL CHECK (attempts BETWEEN 0 AND 5),
    consumed_at timestamptz,
    PRIMARY KEY (user_id, kind)
);

-- The queue of letters (G16). No code stands here: it is made when the letter is sent.
CREATE TABLE identity.code_request (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('VERIFY_EMAIL', 'RESET_PASSWORD', 'ALREADY_REGISTERED')),
    -- Null: asked for an address nobody has. The row is written all the same, so that both take equally long.
    account_id   uuid        REFERENCES identity.account (id) ON DELETE CASCADE,
    status       text        NOT NULL CHECK (status IN ('QUEUED', 'SENT', 'DEAD')),
    attempts     integer     NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL,
    next_attempt timestamptz NOT NULL,
    finished_at  timestamptz,
    last_error   text
);

CREATE UNIQUE INDEX code_request_queued ON identity.code_request (account_id, kind) WHERE status = 'QUEUED';
CREATE INDEX code_request_next ON identity.code_request (next_attempt) WHERE status = 'QUEUED';
CREATE INDEX code_request_account ON identity.code_request (account_id, kind, finished_at DESC);
CREATE INDEX code_request_finished ON identity.code_request (finished_at) WHERE finished_at IS NOT NULL;

-- Failed logins by a keyed hash of the address tried, whether anybody has it or not (U7).
CREATE TABLE identity.login_failure (
    subject        bytea       PRIMARY KEY CHECK (length(subject) = 32),
    failures       integer     NOT NULL CHECK (failures > 0),
    last_failed_at timestamptz NOT NULL,
    locked_until   timestamptz
);

CREATE INDEX login_failure_last ON identity.login_failure (last_failed_at);

CREATE TABLE identity.referral_code (
    code       text        PRIMARY KEY CHECK (code = lower(code)),
    owner_id   uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    max_uses   integer     NOT NULL CHECK (max_uses > 0),
    uses       integer     NOT NULL,
    CHECK (uses BETWEEN 0 AND max_uses)
);

CREATE INDEX referral_code_owner ON identity.referral_code (owner_id, created_at DESC);

-- Whoever was referred is so once in a lifetime: the primary key says it (U9).
CREATE TABLE identity.referral_redemption (
    user_id     uuid        PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
    code        text        NOT NULL REFERENCES identity.referral_code (code) ON DELETE CASCADE,
    redeemed_at timestamptz NOT NULL
);

CREATE INDEX referral_redemption_code ON identity.referral_redemption (code);

-- What a person's idempotency keys answered leaves with the person (U13).
ALTER TABLE idempotency.record
    ADD CONSTRAINT record_user FOREIGN KEY (user_id) REFERENCES identity.account (id) ON DELETE CASCADE;
