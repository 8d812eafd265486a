-- Tasks are counted whenever one is added: those that are there in task_manual, the deleted ones here. Without it every row of the owner was
-- looked at: for 53 tasks 56 pages, for 3,000 tasks 3,800 microseconds instead of 800.
CREATE INDEX task_restorable ON planner.task (owner, position) WHERE deleted_at IS NOT NULL;
