-- People with a session each, tasks and books, in a database that Mainstay has just migrated.
-- psql variables: first and last (their numbers; the administrator comes with the first of all), rows (tasks of each), books (transactions of
-- each), balance (whether the home page shows it: then each look at the page asks PostgreSQL for it).
-- One person's rows lie among everybody's, as they would in life; nothing is random.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';

CREATE FUNCTION pg_temp.id(kind text, number bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS $$ SELECT md5(kind || ' ' || number)::uuid $$;

CREATE TEMPORARY TABLE person AS
SELECT n AS number, pg_temp.id('account', n) AS id FROM generate_series(:first, :last) AS n;
ANALYZE person;

INSERT INTO identity.account (id, email, registered_at, verified_at)
SELECT id, 'person' || number || '@example.org', now() - interval '1 year', now() - interval '1 year' FROM person;

INSERT INTO identity.account_role (user_id, role) SELECT id, 'STUDENT' FROM person;

INSERT INTO identity.profile (user_id, name, bio, theme, time_zone, locale, preferences, version)
SELECT id, 'Person Number ' || number, '', (ARRAY ['LIGHT', 'DARK'])[1 + number % 2], 'UTC', 'en', 'density=>compact', 1 FROM person;

INSERT INTO identity.session (id, user_id, device, address_hash, created_at, last_seen_at, expires_at)
SELECT pg_temp.id('session', number), id, 'bench', '', now(), now(), now() + interval '30 days' FROM person;

-- Number 0 is the administrator, who drops what is cached.
SELECT :first = 1 AS founding \gset
\if :founding
INSERT INTO identity.account (id, email, registered_at, verified_at) VALUES (pg_temp.id('account', 0), 'admin@example.org', now(), now());
INSERT INTO identity.profile (user_id, name, bio, theme, time_zone, locale, preferences, version)
VALUES (pg_temp.id('account', 0), 'Admin', '', 'SYSTEM', 'UTC', 'en', '', 1);
INSERT INTO identity.account_role (user_id, role) VALUES (pg_temp.id('account', 0), 'ADMIN');
INSERT INTO identity.session (id, user_id, device, address_hash, created_at, last_seen_at, expires_at)
VALUES (pg_temp.id('session', 0), pg_temp.id('account', 0), 'bench', '', now(), now(), now() + interval '30 days');
\endif

INSERT INTO home.layout (owner, version, widgets, hidden)
SELECT id, 2, '{TASKS,FOCUS,ACHIEVEMENTS,BALANCE,MONTH,BUDGETS}', '{BALANCE}' FROM person WHERE NOT :balance;

INSERT INTO planner.progress (owner, tasks_done, focus_sessions, focus_seconds, streak_days, streak_last)
SELECT id, 16, 0, 0, 0, NULL FROM person;
INSERT INTO planner.award (owner, achievement, awarded_at)
SELECT id, a.code, now() - interval '20 days' FROM person, (VALUES ('first_task'), ('tasks_10')) AS a (code);

-- A third is done. What is due is due at a midnight, so that no page ends during a run because a task falls due.
INSERT INTO planner.task
    (id, owner, version, uid, sequence, revised_at, title, title_key, notes, labels, project, priority,
     due_local, due_zone, due_at, position, done_at, created_at)
SELECT t.id, t.owner, 1, t.id::text, 0, now(), t.title, lower(t.title), '', ARRAY [t.label], t.project, t.k % 4,
       t.due, CASE WHEN t.k % 2 = 0 THEN 'UTC' END, t.due AT TIME ZONE 'UTC', t.k * 1048576::bigint,
       CASE WHEN t.k % 3 = 0 THEN now() - interval '2 days' END, now() - interval '30 days'
FROM (SELECT pg_temp.id('task', k * 10000000::bigint + p.number) AS id, p.id AS owner, k, p.number,
             'Task ' || k || ' of chapter ' || (p.number * 7 + k * 13) % 29 AS title,
             (ARRAY ['study', 'work', 'errand', 'mail', 'fun'])[1 + k % 5] AS label,
             (ARRAY ['Thesis', 'Home', 'Team', 'Course'])[1 + k % 4] AS project,
             date_trunc('day', now() AT TIME ZONE 'UTC') + ((p.number * 11 + k * 17) % 60 - 10) * interval '1 day' AS due
      FROM generate_series(1, :rows) AS k
      CROSS JOIN person p
      ORDER BY k, p.number) t;

INSERT INTO finance.account (id, owner, version, kind, name, name_key, currency, created_at)
SELECT pg_temp.id('books', number), id, 1, 'BANK', 'Current account', 'current account', 'EUR', now() - interval '1 year'
FROM person WHERE :books > 0;

INSERT INTO finance.category (id, owner, version, kind, name, name_key)
SELECT pg_temp.id('category ' || c.number, p.number), p.id, 1, c.kind, c.name, lower(c.name)
FROM person p
CROSS JOIN (VALUES (0, 'INCOME', 'Wage'), (1, 'EXPENSE', 'Rent'), (2, 'EXPENSE', 'Food'), (3, 'EXPENSE', 'Transport'),
                   (4, 'EXPENSE', 'Health'), (5, 'EXPENSE', 'Fun')) AS c (number, kind, name)
WHERE :books > 0;

-- Without the triggers, which look at every row for itself and would take minutes; finance.book, which they call, is called here, and
-- whoever makes these people asks finance.disagreements() afterwards.
SET session_replication_role = replica;

CREATE TEMPORARY TABLE entry AS
SELECT pg_temp.id('transaction', k * 10000000::bigint + p.number) AS id, p.id AS owner, p.number, k, p.at,
       CASE WHEN k % 6 = 0 THEN -1 ELSE 1 END * (100 + (p.number * 37 + k * 101) % 20000) AS spent
FROM generate_series(1, :books) AS k
CROSS JOIN LATERAL (SELECT number, id, date_trunc('day', now()) - ((number + k * 7) % 50) * interval '1 day' + interval '9 hours' AS at
                    FROM person) p
ORDER BY k, p.number;

INSERT INTO finance.transaction
    (id, owner, version, status, at, day, description, description_key, origin, lines, created_at, posted_at)
SELECT id, owner, 1, 'POSTED', at, at::date, 'Note ' || k, 'note ' || k, 'MANUAL', 2, now(), now() FROM entry;

INSERT INTO finance.posting
    (transaction, line, owner, at, day, status, account, category, currency, minor_units, memo)
SELECT e.id, l.line, e.owner, e.at, e.at::date, 'POSTED',
       CASE WHEN l.line = 0 THEN pg_temp.id('books', e.number) END,
       CASE WHEN l.line = 1 THEN pg_temp.id('category ' || e.k % 6, e.number) END,
       'EUR', CASE WHEN l.line = 0 THEN -e.spent ELSE e.spent END, ''
FROM entry e
CROSS JOIN (VALUES (0), (1)) AS l (line);

-- So many people at a time as it likes to have in one array.
SELECT count(finance.book(batch.postings, NULL))
FROM (SELECT array_agg(ROW (p.*)::finance.posting) AS postings
      FROM finance.posting p
      JOIN person o ON o.id = p.owner
      GROUP BY o.number / 500) batch;

RESET session_replication_role;

VACUUM ANALYZE;
