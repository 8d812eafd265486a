-- A file that a bank made, until a month is over (F3). What it means is found out when it is read; here stands only what was told.
CREATE TABLE finance.statement (
    id            uuid        PRIMARY KEY,
    owner         uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    account       uuid        NOT NULL REFERENCES finance.account (id) ON DELETE CASCADE,
    version       bigint      NOT NULL CHECK (version >= 1),
    name          text        NOT NULL CHECK (length(name) <= 200),
    encoding      text,
    delimiter     text CHECK (length(delimiter) = 1),
    header_line   integer CHECK (header_line >= 0),
    -- As {DATE:0,TEXT:3,TEXT:4}.
    columns       text[]      NOT NULL,
    date_style    text,
    decimal_style text,
    inverted      boolean,
    fee_apart     boolean,
    uploaded_at   timestamptz NOT NULL,
    file          bytea       NOT NULL CHECK (length(file) <= 10485760)
);

CREATE INDEX statement_by_owner ON finance.statement (owner, uploaded_at DESC);
CREATE INDEX statement_by_account ON finance.statement (account);
CREATE INDEX statement_by_age ON finance.statement (uploaded_at);

-- Which booking of a bank became which transaction: once for each account and booking, in whichever files it comes.
CREATE TABLE finance.statement_row (
    account     uuid    NOT NULL REFERENCES finance.account (id) ON DELETE CASCADE,
    fingerprint text    NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    owner       uuid    NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    transaction uuid    NOT NULL,
    -- No foreign key: what was booked outlives the file.
    statement   uuid    NOT NULL,
    number      integer NOT NULL CHECK (number >= 1),
    PRIMARY KEY (account, fingerprint),
    CONSTRAINT statement_row_transaction FOREIGN KEY (transaction, owner)
        REFERENCES finance.transaction (id, owner) ON DELETE CASCADE
);

CREATE INDEX statement_row_by_transaction ON finance.statement_row (transaction);
CREATE INDEX statement_row_by_owner ON finance.statement_row (owner);

-- What files of an account with that header meant when they were last booked.
CREATE TABLE finance.statement_layout (
    account       uuid        NOT NULL REFERENCES finance.account (id) ON DELETE CASCADE,
    header        text        NOT NULL CHECK (header ~ '^[0-9a-f]{64}$'),
    owner         uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    encoding      text,
    delimiter     text CHECK (length(delimiter) = 1),
    header_line   integer CHECK (header_line >= 0),
    columns       text[]      NOT NULL,
    date_style    text,
    decimal_style text,
    inverted      boolean,
    fee_apart     boolean,
    used_at       timestamptz NOT NULL,
    PRIMARY KEY (account, header)
);

CREATE INDEX statement_layout_by_owner ON finance.statement_layout (owner);
