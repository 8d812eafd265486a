CREATE SCHEMA coherence;

-- The life of the cache that counts, in one row, and which database this is: two of them may share one Redis.
CREATE TABLE coherence.incarnation (
    singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    deployment uuid    NOT NULL DEFAULT gen_random_uuid(),
    number     bigint  NOT NULL DEFAULT 0 CHECK (number >= 0),
    run_id     text    NOT NULL DEFAULT '',
    marker     text    NOT NULL DEFAULT '',
    settled    boolean NOT NULL DEFAULT true
);

INSERT INTO coherence.incarnation DEFAULT VALUES;

-- Instances that commit without fences. No unique index but the primary key: a heartbeat must change no key, or it would wait for
-- every transaction that holds the row FOR KEY SHARE.
CREATE TABLE coherence.distrust (
    instance    uuid        PRIMARY KEY,
    declared_at timestamptz NOT NULL,
    heard_at    timestamptz NOT NULL
);

-- The reference keeps distrust from being deleted under a pending key, whoever deletes it.
CREATE TABLE coherence.pending_invalidation (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instance uuid NOT NULL REFERENCES coherence.distrust (instance),
    key      text NOT NULL CHECK (key <> ''),
    token    text NOT NULL
);

CREATE INDEX pending_invalidation_instance ON coherence.pending_invalidation (instance, id);

CREATE TABLE coherence.dropped_view (
    view  text    PRIMARY KEY,
    times integer NOT NULL CHECK (times > 0)
);
