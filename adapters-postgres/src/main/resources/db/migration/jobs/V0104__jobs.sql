CREATE SCHEMA jobs;

-- When each scheduled job was last started, by whichever instance: it is due again a period later.
CREATE TABLE jobs.run (
    job        text        PRIMARY KEY,
    started_at timestamptz NOT NULL
);
