-- Whether the views were told of a definition: each start announces what migrations have added since, and writes nothing if there is none.
ALTER TABLE planner.achievement ADD COLUMN announced boolean NOT NULL DEFAULT FALSE;
