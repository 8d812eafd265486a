-- What is open, by due time: the digest counts it here, and looks only at the few tasks that it names.
CREATE INDEX task_open ON planner.task (owner, due_at, id) INCLUDE (due_zone)
    WHERE deleted_at IS NULL AND done_at IS NULL AND due_at IS NOT NULL;

-- What was done on one day.
CREATE INDEX task_done ON planner.task (owner, done_at) WHERE deleted_at IS NULL AND done_at IS NOT NULL;
