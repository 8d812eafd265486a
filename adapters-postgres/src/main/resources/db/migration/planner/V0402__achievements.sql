-- What can be achieved, for everybody. Later migrations add definitions; they change none, for only the application invalidates views.
CREATE TABLE planner.achievement (
    code        text     PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    version     bigint   NOT NULL DEFAULT 1 CHECK (version >= 1),
    title       text     NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    description text     NOT NULL CHECK (length(description) BETWEEN 1 AND 300),
    measure     text     NOT NULL CHECK (measure IN ('TASKS_DONE', 'FOCUS_SESSIONS', 'FOCUS_MINUTES', 'STREAK_DAYS')),
    threshold   bigint   NOT NULL CHECK (threshold >= 1)
);

INSERT INTO planner.achievement (code, title, description, measure, threshold)
VALUES ('first_task', 'First step', 'Complete your first task.', 'TASKS_DONE', 1),
       ('tasks_10', 'Ten down', 'Complete 10 tasks.', 'TASKS_DONE', 10),
       ('tasks_100', 'A hundred done', 'Complete 100 tasks.', 'TASKS_DONE', 100),
       ('tasks_1000', 'A thousand done', 'Complete 1000 tasks.', 'TASKS_DONE', 1000),
       ('first_focus', 'In the zone', 'Finish your first focus session.', 'FOCUS_SESSIONS', 1),
       ('focus_50', 'Regular', 'Finish 50 focus sessions.', 'FOCUS_SESSIONS', 50),
       ('focus_hours_10', 'Ten hours deep', 'Focus for 10 hours in all.', 'FOCUS_MINUTES', 600),
       ('focus_hours_100', 'A hundred hours deep', 'Focus for 100 hours in all.', 'FOCUS_MINUTES', 6000),
       ('streak_7', 'A whole week', 'Get something done on 7 days in a row.', 'STREAK_DAYS', 7),
       ('streak_30', 'A whole month', 'Get something done on 30 days in a row.', 'STREAK_DAYS', 30);

-- What counts towards a user's achievements, kept as it happens so that nothing has to be counted; its row is the user's turn.
CREATE TABLE planner.progress (
    owner          uuid   PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
    tasks_done     bigint NOT NULL CHECK (tasks_done >= 0),
    focus_sessions bigint NOT NULL CHECK (focus_sessions >= 0),
    focus_seconds  bigint NOT NULL CHECK (focus_seconds >= 0),
    streak_days    bigint NOT NULL CHECK (streak_days >= 0),
    -- The last local day on which the user got something done.
    streak_last    date
);

-- Once for each user and achievement, whatever happens at once or later (P4).
CREATE TABLE planner.award (
    owner       uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    achievement text        NOT NULL REFERENCES planner.achievement (code),
    awarded_at  timestamptz NOT NULL,
    PRIMARY KEY (owner, achievement)
);
