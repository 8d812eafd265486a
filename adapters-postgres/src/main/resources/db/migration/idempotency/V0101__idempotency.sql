CREATE SCHEMA idempotency;
CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;

CREATE TABLE idempotency.record (
    user_id     uuid        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint text        NOT NULL,
    claimed_at  timestamptz NOT NULL,
    -- Null only inside the transaction that claimed the key: effect and answer are committed together.
    status      integer,
    body        text,
    headers     public.hstore,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX record_claimed_at ON idempotency.record (claimed_at);
