CREATE TABLE planner.focus_session (
    id              uuid        PRIMARY KEY,
    owner           uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version         bigint      NOT NULL CHECK (version >= 1),
    -- A session outlives the task that it was spent on.
    task            uuid        REFERENCES planner.task (id) ON DELETE SET NULL,
    planned_minutes smallint    NOT NULL CHECK (planned_minutes BETWEEN 1 AND 240),
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'FINISHED', 'ABANDONED')),
    started_at      timestamptz NOT NULL,
    -- Since when it runs or is paused; when it ended.
    state_since     timestamptz NOT NULL,
    -- When the planned time is used up, as of the last change; what has ended needs none.
    planned_end     timestamptz,
    CONSTRAINT focus_planned_end CHECK ((planned_end IS NOT NULL) = (state IN ('RUNNING', 'PAUSED')))
);

-- A user has one session at a time that has not ended (P2): of two starts at once, one fails here.
CREATE UNIQUE INDEX focus_one_open ON planner.focus_session (owner) WHERE state IN ('RUNNING', 'PAUSED');
CREATE INDEX focus_overdue ON planner.focus_session (planned_end) WHERE state IN ('RUNNING', 'PAUSED');
CREATE INDEX focus_of_task ON planner.focus_session (task) WHERE task IS NOT NULL;
CREATE INDEX focus_history ON planner.focus_session (owner, started_at DESC, id DESC);

-- Completed stretches without a pause; appended, never changed.
CREATE TABLE planner.focus_stretch (
    session    uuid        NOT NULL REFERENCES planner.focus_session (id) ON DELETE CASCADE,
    number     integer     NOT NULL CHECK (number >= 1),
    owner      uuid        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    PRIMARY KEY (session, number),
    CONSTRAINT focus_stretch_forward CHECK (ended_at >= started_at)
);

CREATE INDEX focus_stretch_days ON planner.focus_stretch (owner, ended_at);
