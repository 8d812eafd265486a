CREATE SCHEMA planner;

CREATE TABLE planner.task (
    id           uuid        PRIMARY KEY,
    owner        uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version      bigint      NOT NULL CHECK (version >= 1),

    -- Its name in calendar files, and how new what it says is (SEQUENCE, LAST-MODIFIED).
    uid          text        NOT NULL CHECK (length(uid) BETWEEN 1 AND 1000),
    sequence     integer     NOT NULL CHECK (sequence >= 0),
    revised_at   timestamptz NOT NULL,

    title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    -- The title in lower case as the application makes it: sorting does not depend on the server's locale.
    title_key    text COLLATE "C" NOT NULL,
    notes        text        NOT NULL CHECK (length(notes) <= 20000),
    labels       text[]      NOT NULL CHECK (cardinality(labels) <= 20),
    project      text        CHECK (length(project) BETWEEN 1 AND 80),
    priority     smallint    NOT NULL CHECK (priority BETWEEN 0 AND 3),

    -- Wall time and zone are the fact, the instant follows. A time without a zone is a whole day, at midnight.
    start_local  timestamp,
    start_zone   text,
    start_at     timestamptz,
    due_local    timestamp,
    due_zone     text,
    due_at       timestamptz,
    remind_local timestamp,
    remind_zone  text,
    remind_at    timestamptz,

    rule         text        CHECK (length(rule) BETWEEN 1 AND 500),
    repeat_mode  text        CHECK (repeat_mode IN ('FIXED', 'AFTER_COMPLETION')),
    except_local timestamp[] CHECK (cardinality(except_local) <= 500),
    series       uuid,
    occurrence   integer     CHECK (occurrence >= 1),

    position     bigint      NOT NULL,
    done_at      timestamptz,
    deleted_at   timestamptz,
    created_at   timestamptz NOT NULL,

    CONSTRAINT task_uid UNIQUE (owner, uid),
    -- Two devices that complete a task at once make one next occurrence (P1, G15).
    CONSTRAINT task_occurrence UNIQUE (series, occurrence),
    CONSTRAINT task_start CHECK ((start_local IS NULL) = (start_at IS NULL)
        AND (start_zone IS NULL OR start_local IS NOT NULL)
        AND (start_zone IS NOT NULL OR start_local IS NULL OR start_local::time = '00:00')),
    CONSTRAINT task_due CHECK ((due_local IS NULL) = (due_at IS NULL)
        AND (due_zone IS NULL OR due_local IS NOT NULL)
        AND (due_zone IS NOT NULL OR due_local IS NULL OR due_local::time = '00:00')),
    CONSTRAINT task_remind CHECK ((remind_local IS NULL) = (remind_at IS NULL)
        AND (remind_zone IS NULL OR remind_local IS NOT NULL)
        AND (remind_zone IS NOT NULL OR remind_local IS NULL OR remind_local::time = '00:00')),
    CONSTRAINT task_recurrence CHECK (num_nulls(rule, repeat_mode, except_local, series, occurrence) IN (0, 5)),
    CONSTRAINT task_repeats_from CHECK (rule IS NULL OR start_local IS NOT NULL OR due_local IS NOT NULL)
);

-- The owner's own order, which is the default; and the pages by due time, where tasks without one come last.
CREATE INDEX task_manual ON planner.task (owner, position, id) WHERE deleted_at IS NULL;
CREATE INDEX task_by_due ON planner.task (owner, coalesce(due_at, 'infinity'::timestamptz), id) WHERE deleted_at IS NULL;
CREATE INDEX task_deleted ON planner.task (deleted_at) WHERE deleted_at IS NOT NULL;
