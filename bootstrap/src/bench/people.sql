-- People with a session each, tasks and books, in a database that Mainstay has just migrated.
-- psql variables: people, rows (tasks of each), books (transactions of each), others (more people, with two tasks and no books),
-- balance (whether the home page shows it: then each look at the page asks PostgreSQL for it).
-- One person's rows lie among everybody's, as they would in life; nothing is random.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';

CREATE FUNCTION pg_temp.id(kind text, number bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS $$ SELECT md5(kind || ' ' || number)::uuid $$;

CREATE TEMPORARY TABLE person AS
SELECT n AS number, pg_temp.id('account', n) AS id, n <= :people AS busy
FROM generate_series(1, :people + :others) AS n;
ANALYZE person;

INSERT INTO identity.account (id, email, registered_at, verified_at)
SELECT id, 'person' || number || '@example.org', now() - interval '1 year', now() - interval '1 year' FROM person;

INSERT INTO identity.account_role (user_id, role) SELECT id, 'STUDENT' FROM person;

INSERT INTO identity.profile (user_id, name, bio, theme, time_zone, locale, preferences, version)
SELECT id, 'Person Number ' || number, '', (ARRAY ['LIGHT', 'DARK'])[1 + number % 2], 'UTC', 'en', 'density=>compact', 1 FROM person;

INSERT INTO identity.session (id, user_id, device, address_hash, created_at, last_seen_at, expires_at)
SELECT pg_temp.id('session', number), id, 'bench', '', now(), now(), now() + interval '30 days' FROM person;

-- Number 0 is the administrator, who drops what is cached.
INSERT INTO identity.account (id, email, registered_at, verified_at) VALUES (pg_temp.id('account', 0), 'admin@example.org', now(), now());
INSERT INTO identity.profile (user_id, name, bio, theme, time_zone, locale, preferences, version)
VALUES (pg_temp.id('account', 0), 'Admin', '', 'SYSTEM', 'UTC', 'en', '', 1);
INSERT INTO identity.account_role (user_id, role) VALUES (pg_temp.id('account', 0), 'ADMIN');
INSERT INTO identity.session (id, user_id, device, address_hash, created_at, last_seen_at, expires_at)
VALUES (pg_temp.id('session', 0), pg_temp.id('account', 0), 'bench', '', now(), now(), now() + interval '30 days');

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
      WHERE p.busy OR k <= 2
      ORDER BY k, p.number) t;

INSERT INTO finance.account (id, owner, version, kind, name, name_key, currency, created_at)
SELECT pg_temp.id('books', number), id, 1, 'BANK', 'Current account', 'current account', 'EUR', now() - interval '1 year'
FROM person WHERE busy;

INSERT INTO finance.category (id, owner, version, kind, name, name_key)
SELECT pg_temp.id('category ' || c.number, p.number), p.id, 1, c.kind, c.name, lower(c.name)
FROM person p
CROSS JOIN (VALUES (0, 'INCOME', 'Wage'), (1, 'EXPENSE', 'Rent'), (2, 'EXPENSE', 'Food'), (3, 'EXPENSE', 'Transport'),
                   (4, 'EXPENSE', 'Health'), (5, 'EXPENSE', 'Fun')) AS c (number, kind, name)
WHERE p.busy;

-- Through the triggers, which keep the balances: so many at a time as they like to have in one statement.
CREATE TEMPORARY TABLE booked (first integer, last integer, rows integer);
INSERT INTO booked VALUES (1, :people, :books);
DO $$
DECLARE
    all_of booked;
    batch  integer;
    k_from integer;
BEGIN
    SELECT * INTO STRICT all_of FROM booked;
    FOR k_from IN SELECT generate_series(1, all_of.rows, 10) LOOP
        FOR batch IN SELECT generate_series(all_of.first, all_of.last, 500) LOOP
            DROP TABLE IF EXISTS drawn;
            CREATE TEMPORARY TABLE drawn AS
            SELECT md5('transaction ' || (k * 10000000::bigint + p.number))::uuid AS id, p.id AS owner, p.number, k, k % 6 AS category,
                   date_trunc('day', now()) - ((p.number + k * 7) % 50) * interval '1 day' + interval '9 hours' AS at,
                   CASE WHEN k % 6 = 0 THEN -1 ELSE 1 END * (100 + (p.number * 37 + k * 101) % 20000) AS spent
            FROM person p
            CROSS JOIN generate_series(k_from, least(k_from + 9, all_of.rows)) AS k
            WHERE p.number >= batch AND p.number < batch + 500 AND p.number <= all_of.last;
            INSERT INTO finance.transaction
                (id, owner, version, status, at, day, description, description_key, origin, lines, created_at, posted_at)
            SELECT id, owner, 1, 'POSTED', at, at::date, 'Note ' || k, 'note ' || k, 'MANUAL', 2, now(), now() FROM drawn;
            INSERT INTO finance.posting
                (transaction, line, owner, at, day, status, account, category, currency, minor_units, memo)
            SELECT id, 0, owner, at, at::date, 'POSTED', md5('books ' || number)::uuid, NULL, 'EUR', -spent, '' FROM drawn
            UNION ALL
            SELECT id, 1, owner, at, at::date, 'POSTED', NULL, md5('category ' || category || ' ' || number)::uuid, 'EUR', spent, ''
            FROM drawn;
            COMMIT;
        END LOOP;
    END LOOP;
END $$;

VACUUM ANALYZE;
