CREATE SCHEMA finance;

CREATE TABLE finance.account (
    id         uuid        PRIMARY KEY,
    owner      uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version    bigint      NOT NULL CHECK (version >= 1),
    kind       text        NOT NULL CHECK (kind IN ('CASH', 'BANK', 'CREDIT', 'SAVINGS')),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    -- The name in lower case as the application makes it: names are compared and sorted independently of the server's locale.
    name_key   text COLLATE "C" NOT NULL,
    currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    closed_at  timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT account_name UNIQUE (owner, name_key),
    -- What postings refer to, so that they are of the owner's account and in its currency.
    CONSTRAINT account_of_owner UNIQUE (id, owner, currency)
);

CREATE TABLE finance.category (
    id          uuid   PRIMARY KEY,
    owner       uuid   NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version     bigint NOT NULL CHECK (version >= 1),
    kind        text   NOT NULL CHECK (kind IN ('INCOME', 'EXPENSE')),
    name        text   NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    name_key    text COLLATE "C" NOT NULL,
    parent      uuid CHECK (parent <> id),
    archived_at timestamptz,
    CONSTRAINT category_name UNIQUE NULLS NOT DISTINCT (owner, kind, parent, name_key),
    CONSTRAINT category_of_owner UNIQUE (id, owner),
    CONSTRAINT category_of_kind UNIQUE (id, owner, kind),
    CONSTRAINT category_parent FOREIGN KEY (parent, owner, kind) REFERENCES finance.category (id, owner, kind)
);

CREATE INDEX category_by_name ON finance.category (owner, name_key, id);
CREATE INDEX category_children ON finance.category (parent) WHERE parent IS NOT NULL;

CREATE TABLE finance.payee (
    id       uuid   PRIMARY KEY,
    owner    uuid   NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version  bigint NOT NULL CHECK (version >= 1),
    name     text   NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    name_key text COLLATE "C" NOT NULL,
    category uuid,
    CONSTRAINT payee_name UNIQUE (owner, name_key),
    CONSTRAINT payee_of_owner UNIQUE (id, owner),
    CONSTRAINT payee_category FOREIGN KEY (category, owner) REFERENCES finance.category (id, owner) ON DELETE SET NULL (category)
);

CREATE INDEX payee_by_category ON finance.payee (category) WHERE category IS NOT NULL;

CREATE TABLE finance.transaction (
    id              uuid        PRIMARY KEY,
    owner           uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version         bigint      NOT NULL CHECK (version >= 1),
    status          text        NOT NULL CHECK (status IN ('PENDING', 'POSTED', 'VOID')),
    at              timestamptz NOT NULL,
    day             date        NOT NULL,
    description     text        NOT NULL CHECK (length(description) <= 500),
    description_key text COLLATE "C" NOT NULL,
    origin          text        NOT NULL CHECK (origin IN ('MANUAL', 'TRANSFER', 'REVERSAL', 'SCHEDULE', 'STATEMENT')),
    reverses        uuid,
    -- How many postings it has. A posted row never changes, so none can be added to it.
    lines           smallint    NOT NULL CHECK (lines BETWEEN 2 AND 100),
    rate_from       text,
    rate_to         text,
    rate            numeric CHECK (rate > 0),
    rate_day        date,
    rate_source     text CHECK (rate_source IN ('GIVEN', 'ECB')),
    created_at      timestamptz NOT NULL,
    posted_at       timestamptz,
    CONSTRAINT transaction_posted_at CHECK ((status = 'POSTED') = (posted_at IS NOT NULL)),
    CONSTRAINT transaction_rate CHECK (num_nulls(rate_from, rate_to, rate, rate_day, rate_source) IN (0, 5)),
    CONSTRAINT transaction_reversal CHECK (CASE WHEN reverses IS NULL THEN origin <> 'REVERSAL'
                                                ELSE origin = 'REVERSAL' AND status = 'POSTED' END),
    CONSTRAINT transaction_of_owner UNIQUE (id, owner),
    -- What postings repeat of their transaction; the foreign key keeps them equal.
    CONSTRAINT transaction_moment UNIQUE (id, owner, status, at, day),
    CONSTRAINT transaction_reversed_once UNIQUE (reverses),
    CONSTRAINT transaction_reverses FOREIGN KEY (reverses, owner) REFERENCES finance.transaction (id, owner)
);

CREATE INDEX transaction_by_owner ON finance.transaction (owner, at, id);

-- One side of a transaction: positive into an account or spent on a category, negative out of an account or earned from a category.
CREATE TABLE finance.posting (
    transaction uuid        NOT NULL,
    line        smallint    NOT NULL CHECK (line BETWEEN 0 AND 99),
    owner       uuid        NOT NULL,
    at          timestamptz NOT NULL,
    day         date        NOT NULL,
    status      text        NOT NULL,
    account     uuid,
    category    uuid,
    nominal     text CHECK (nominal IN ('OPENING', 'EXCHANGE')),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    minor_units bigint      NOT NULL CHECK (minor_units <> 0 AND minor_units BETWEEN -999999999999999 AND 999999999999999),
    memo        text        NOT NULL CHECK (length(memo) <= 200),
    PRIMARY KEY (transaction, line),
    CONSTRAINT posting_target CHECK (num_nonnulls(account, category, nominal) = 1),
    CONSTRAINT posting_transaction FOREIGN KEY (transaction, owner, status, at, day)
        REFERENCES finance.transaction (id, owner, status, at, day) ON UPDATE CASCADE ON DELETE CASCADE,
    -- These cascade only when the owner goes, with everything: else the triggers below refuse what would follow.
    CONSTRAINT posting_account FOREIGN KEY (account, owner, currency)
        REFERENCES finance.account (id, owner, currency) ON DELETE CASCADE,
    CONSTRAINT posting_category FOREIGN KEY (category, owner) REFERENCES finance.category (id, owner) ON DELETE CASCADE
);

-- An account's register, newest first, and the postings of one hour.
CREATE INDEX posting_register ON finance.posting (account, at, transaction, line) WHERE account IS NOT NULL;
CREATE INDEX posting_by_category ON finance.posting (category, at, transaction) WHERE category IS NOT NULL;

-- What the owner says about a transaction; it moves no money, and so may change.
CREATE TABLE finance.annotation (
    transaction uuid   PRIMARY KEY,
    owner       uuid   NOT NULL,
    version     bigint NOT NULL CHECK (version >= 1),
    notes       text   NOT NULL CHECK (length(notes) <= 5000),
    payee       uuid,
    tags        text[] NOT NULL CHECK (cardinality(tags) <= 20),
    CONSTRAINT annotation_transaction FOREIGN KEY (transaction, owner) REFERENCES finance.transaction (id, owner) ON DELETE CASCADE,
    CONSTRAINT annotation_payee FOREIGN KEY (payee, owner) REFERENCES finance.payee (id, owner) ON DELETE SET NULL (payee)
);

CREATE INDEX annotation_by_payee ON finance.annotation (payee) WHERE payee IS NOT NULL;

CREATE TABLE finance.attachment (
    id          uuid        PRIMARY KEY,
    transaction uuid        NOT NULL,
    owner       uuid        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    media_type  text        NOT NULL CHECK (length(media_type) BETWEEN 3 AND 127),
    size        bigint      NOT NULL CHECK (size >= 0),
    sha256      text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_at  timestamptz NOT NULL,
    CONSTRAINT attachment_transaction FOREIGN KEY (transaction, owner) REFERENCES finance.transaction (id, owner) ON DELETE CASCADE
);

CREATE INDEX attachment_by_transaction ON finance.attachment (transaction);

-- What follows from the postings, kept up by their triggers alone.

-- The sums of an account's postings that are posted, and of those that are pending, and how many are posted.
CREATE TABLE finance.balance (
    account  uuid   PRIMARY KEY REFERENCES finance.account (id) ON DELETE CASCADE,
    posted   bigint NOT NULL,
    pending  bigint NOT NULL,
    postings bigint NOT NULL
) WITH (fillfactor = 50);

-- The sums of an account's posted postings of a year, month, day or hour, in UTC: what a balance at an instant is made of.
CREATE TABLE finance.account_total (
    account     uuid      NOT NULL REFERENCES finance.account (id) ON DELETE CASCADE,
    level       text      NOT NULL CHECK (level IN ('YEAR', 'MONTH', 'DAY', 'HOUR')),
    since       timestamp NOT NULL,
    minor_units bigint    NOT NULL,
    PRIMARY KEY (account, level, since)
) WITH (fillfactor = 80);

-- Posted postings by accounting day and by what they change: what came in (positive), what went out (negative).
CREATE TABLE finance.flow (
    owner       uuid   NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    day         date   NOT NULL,
    target_kind text   NOT NULL CHECK (target_kind IN ('ACCOUNT', 'CATEGORY')),
    target      uuid   NOT NULL,
    currency    text   NOT NULL,
    in_units    bigint NOT NULL CHECK (in_units >= 0),
    out_units   bigint NOT NULL CHECK (out_units <= 0),
    postings    bigint NOT NULL CHECK (postings >= 0),
    PRIMARY KEY (owner, day, target_kind, target, currency)
) WITH (fillfactor = 80);

CREATE INDEX flow_by_target ON finance.flow (target, day);

CREATE FUNCTION finance.refuse_direct() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'finance.% follows from the postings and is not written directly: % refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER refuse_direct BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON finance.balance
    FOR EACH STATEMENT EXECUTE FUNCTION finance.refuse_direct();
CREATE TRIGGER refuse_direct BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON finance.account_total
    FOR EACH STATEMENT EXECUTE FUNCTION finance.refuse_direct();
CREATE TRIGGER refuse_direct BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON finance.flow
    FOR EACH STATEMENT EXECUTE FUNCTION finance.refuse_direct();

CREATE FUNCTION finance.open_balance() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO finance.balance (account, posted, pending, postings) VALUES (NEW.id, 0, 0, 0);
    RETURN NULL;
END
$$;

CREATE TRIGGER open_balance AFTER INSERT ON finance.account FOR EACH ROW EXECUTE FUNCTION finance.open_balance();

CREATE FUNCTION finance.signed(added finance.posting[], removed finance.posting[])
    RETURNS TABLE (sign integer, owner uuid, at timestamptz, day date, status text, account uuid, category uuid, currency text,
                   minor_units bigint)
    LANGUAGE sql IMMUTABLE AS
$$
SELECT 1, a.owner, a.at, a.day, a.status, a.account, a.category, a.currency, a.minor_units FROM unnest(added) a
UNION ALL
SELECT -1, r.owner, r.at, r.day, r.status, r.account, r.category, r.currency, r.minor_units FROM unnest(removed) r
$$;

-- Each table's rows are locked in the order of their keys, and the tables always in this order: no two bookings wait in a circle.
-- A sum that 64 bits cannot hold is refused with 22003.
CREATE FUNCTION finance.book(added finance.posting[], removed finance.posting[]) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO finance.balance AS b (account, posted, pending, postings)
    SELECT c.account, c.posted, c.pending, c.postings
    FROM (SELECT s.account,
                 coalesce(sum(s.sign * s.minor_units) FILTER (WHERE s.status = 'POSTED'), 0) AS posted,
                 coalesce(sum(s.sign * s.minor_units) FILTER (WHERE s.status = 'PENDING'), 0) AS pending,
                 coalesce(sum(s.sign) FILTER (WHERE s.status = 'POSTED'), 0) AS postings
          FROM finance.signed(added, removed) s
          WHERE s.account IS NOT NULL
          GROUP BY s.account) c
    WHERE c.posted <> 0 OR c.pending <> 0 OR c.postings <> 0
    ORDER BY c.account
    ON CONFLICT (account) DO UPDATE
        SET posted = b.posted + excluded.posted, pending = b.pending + excluded.pending, postings = b.postings + excluded.postings;

    INSERT INTO finance.account_total AS t (account, level, since, minor_units)
    SELECT s.account, l.level, date_trunc(l.level, s.at AT TIME ZONE 'UTC'), sum(s.sign * s.minor_units)
    FROM finance.signed(added, removed) s
    CROSS JOIN (VALUES ('YEAR'), ('MONTH'), ('DAY'), ('HOUR')) AS l (level)
    WHERE s.account IS NOT NULL AND s.status = 'POSTED'
    GROUP BY 1, 2, 3
    HAVING sum(s.sign * s.minor_units) <> 0
    ORDER BY 1, 2, 3
    ON CONFLICT (account, level, since) DO UPDATE SET minor_units = t.minor_units + excluded.minor_units;

    INSERT INTO finance.flow AS f (owner, day, target_kind, target, currency, in_units, out_units, postings)
    SELECT s.owner, s.day, CASE WHEN s.account IS NULL THEN 'CATEGORY' ELSE 'ACCOUNT' END, coalesce(s.account, s.category), s.currency,
           coalesce(sum(s.sign * s.minor_units) FILTER (WHERE s.minor_units > 0), 0),
           coalesce(sum(s.sign * s.minor_units) FILTER (WHERE s.minor_units < 0), 0),
           sum(s.sign)
    FROM finance.signed(added, removed) s
    WHERE s.status = 'POSTED' AND (s.account IS NOT NULL OR s.category IS NOT NULL)
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (owner, day, target_kind, target, currency) DO UPDATE
        SET in_units = f.in_units + excluded.in_units, out_units = f.out_units + excluded.out_units,
            postings = f.postings + excluded.postings;
END
$$;

CREATE FUNCTION finance.book_added() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM finance.book((SELECT array_agg(ROW (a.*)::finance.posting) FROM added a), NULL);
    RETURN NULL;
END
$$;

CREATE FUNCTION finance.book_changed() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM removed r WHERE r.status <> 'PENDING') THEN
        RAISE EXCEPTION 'a transaction that is posted or void never changes: UPDATE of its postings refused'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'posting_final', TABLE = 'posting', SCHEMA = 'finance';
    END IF;
    PERFORM finance.book(
        (SELECT array_agg(ROW (a.*)::finance.posting) FROM added a),
        (SELECT array_agg(ROW (r.*)::finance.posting) FROM removed r));
    RETURN NULL;
END
$$;

-- Postings whose owner is gone go with everything that followed from them.
CREATE FUNCTION finance.book_removed() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    still_owned finance.posting[];
BEGIN
    SELECT array_agg(ROW (r.*)::finance.posting) INTO still_owned
    FROM removed r
    WHERE EXISTS (SELECT FROM identity.account o WHERE o.id = r.owner);
    IF still_owned IS NULL THEN
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT FROM unnest(still_owned) r WHERE r.status <> 'PENDING') THEN
        RAISE EXCEPTION 'a transaction that is posted or void never changes: DELETE of its postings refused'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'posting_final', TABLE = 'posting', SCHEMA = 'finance';
    END IF;
    PERFORM finance.book(NULL, still_owned);
    RETURN NULL;
END
$$;

CREATE TRIGGER book_added AFTER INSERT ON finance.posting
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION finance.book_added();
CREATE TRIGGER book_changed AFTER UPDATE ON finance.posting
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION finance.book_changed();
CREATE TRIGGER book_removed AFTER DELETE ON finance.posting
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION finance.book_removed();

CREATE FUNCTION finance.keep_transaction() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM identity.account o WHERE o.id = OLD.owner) THEN
            RAISE EXCEPTION 'a transaction is never deleted: void a pending one, reverse a posted one'
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transaction_final', TABLE = 'transaction',
                      SCHEMA = 'finance';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status <> 'PENDING' THEN
        RAISE EXCEPTION 'a transaction that is posted or void never changes: UPDATE refused'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transaction_final', TABLE = 'transaction',
                  SCHEMA = 'finance';
    END IF;
    IF (NEW.id, NEW.owner, NEW.origin, NEW.created_at) <> (OLD.id, OLD.owner, OLD.origin, OLD.created_at) THEN
        RAISE EXCEPTION 'id, owner, origin and creation of a transaction never change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transaction_final', TABLE = 'transaction',
                  SCHEMA = 'finance';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER keep_transaction BEFORE UPDATE OR DELETE ON finance.transaction
    FOR EACH ROW EXECUTE FUNCTION finance.keep_transaction();

CREATE FUNCTION finance.refuse_truncate() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the books are kept for ever: TRUNCATE of finance.% refused', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON finance.transaction
    FOR EACH STATEMENT EXECUTE FUNCTION finance.refuse_truncate();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON finance.posting
    FOR EACH STATEMENT EXECUTE FUNCTION finance.refuse_truncate();

-- At the commit: a transaction has the postings it says it has, they sum to zero in each currency, and a reversal mirrors what it
-- takes back.
CREATE FUNCTION finance.require_balance(checked uuid) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    stored finance.transaction;
    found  bigint;
    uneven text;
BEGIN
    SELECT * INTO stored FROM finance.transaction t WHERE t.id = checked;
    IF stored.id IS NULL THEN
        RETURN;
    END IF;
    SELECT coalesce(sum(c.postings), 0), min(c.currency) FILTER (WHERE c.units <> 0) INTO found, uneven
    FROM (SELECT p.currency, count(*) AS postings, sum(p.minor_units) AS units
          FROM finance.posting p
          WHERE p.transaction = checked
          GROUP BY p.currency) c;
    IF found <> stored.lines THEN
        RAISE EXCEPTION 'transaction % has % postings and not %', checked, found, stored.lines
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_lines', TABLE = 'transaction', SCHEMA = 'finance';
    END IF;
    IF uneven IS NOT NULL THEN
        RAISE EXCEPTION 'the postings of transaction % do not sum to zero in %', checked, uneven
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_balances', TABLE = 'transaction', SCHEMA = 'finance';
    END IF;
    IF stored.reverses IS NOT NULL AND EXISTS (
        (SELECT p.line, p.account, p.category, p.nominal, p.currency, p.minor_units
         FROM finance.posting p
         WHERE p.transaction = checked)
        EXCEPT
        (SELECT p.line, p.account, p.category, p.nominal, p.currency, -p.minor_units
         FROM finance.posting p
         WHERE p.transaction = stored.reverses AND p.status = 'POSTED')
    ) THEN
        RAISE EXCEPTION 'transaction % does not mirror %, which it reverses', checked, stored.reverses
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_mirrors', TABLE = 'transaction', SCHEMA = 'finance';
    END IF;
END
$$;

CREATE FUNCTION finance.check_transaction() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM finance.require_balance(NEW.id);
    RETURN NULL;
END
$$;

CREATE FUNCTION finance.check_posting() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM finance.require_balance(OLD.transaction);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM finance.require_balance(NEW.transaction);
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER check_transaction AFTER INSERT OR UPDATE ON finance.transaction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION finance.check_transaction();
CREATE CONSTRAINT TRIGGER check_posting AFTER INSERT OR UPDATE OR DELETE ON finance.posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION finance.check_posting();

-- At the commit: whatever way it came about, a balance is the sum of what the years brought.
CREATE FUNCTION finance.check_balance() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    stored bigint;
    years  numeric;
BEGIN
    SELECT b.posted INTO stored FROM finance.balance b WHERE b.account = NEW.account;
    SELECT coalesce(sum(t.minor_units), 0) INTO years
    FROM finance.account_total t
    WHERE t.account = NEW.account AND t.level = 'YEAR';
    IF stored <> years THEN
        RAISE EXCEPTION 'the balance of account % is %, its postings sum to %', NEW.account, stored, years
            USING ERRCODE = 'check_violation', CONSTRAINT = 'balance_agrees', TABLE = 'balance', SCHEMA = 'finance';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER check_balance AFTER INSERT OR UPDATE ON finance.balance
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION finance.check_balance();

-- The sum of an account's posted postings up to and including that place in its register, from the totals before its hour and the
-- fewer of the hour's postings: those up to there, or those after.
CREATE FUNCTION finance.posted_until(of_account uuid, until timestamptz, until_transaction uuid, until_line smallint) RETURNS numeric
    LANGUAGE plpgsql STABLE AS
$$
DECLARE
    few    CONSTANT integer := 256;
    hour   timestamp := date_trunc('hour', until AT TIME ZONE 'UTC');
    before numeric;
    after  numeric;
    number bigint;
BEGIN
    SELECT coalesce(sum(e.minor_units), 0) INTO before
    FROM (SELECT t.minor_units FROM finance.account_total t
          WHERE t.account = of_account AND t.level = 'YEAR' AND t.since < date_trunc('year', hour)
          UNION ALL
          SELECT t.minor_units FROM finance.account_total t
          WHERE t.account = of_account AND t.level = 'MONTH'
            AND t.since >= date_trunc('year', hour) AND t.since < date_trunc('month', hour)
          UNION ALL
          SELECT t.minor_units FROM finance.account_total t
          WHERE t.account = of_account AND t.level = 'DAY'
            AND t.since >= date_trunc('month', hour) AND t.since < date_trunc('day', hour)
          UNION ALL
          SELECT t.minor_units FROM finance.account_total t
          WHERE t.account = of_account AND t.level = 'HOUR'
            AND t.since >= date_trunc('day', hour) AND t.since < hour) e;
    SELECT count(*), coalesce(sum(l.minor_units) FILTER (WHERE l.status = 'POSTED'), 0) INTO number, after
    FROM (SELECT p.minor_units, p.status
          FROM finance.posting p
          WHERE p.account = of_account
            AND (p.at, p.transaction, p.line) > (until, until_transaction, until_line)
            AND p.at < (hour + interval '1 hour') AT TIME ZONE 'UTC'
          ORDER BY p.at, p.transaction, p.line
          LIMIT few) l;
    IF number < few THEN
        RETURN before - after + coalesce((
            SELECT t.minor_units FROM finance.account_total t
            WHERE t.account = of_account AND t.level = 'HOUR' AND t.since = hour), 0);
    END IF;
    RETURN before + coalesce((
        SELECT sum(p.minor_units) FROM finance.posting p
        WHERE p.account = of_account AND p.status = 'POSTED' AND p.at >= hour AT TIME ZONE 'UTC'
          AND (p.at, p.transaction, p.line) <= (until, until_transaction, until_line)), 0);
END
$$;

-- Everything that follows from the postings and is not as it would be if it were computed anew. There is never any.
CREATE FUNCTION finance.disagreements() RETURNS TABLE (what text, id uuid, stored text, computed text)
    LANGUAGE sql STABLE AS
$$
SELECT 'sum of transaction', p.transaction, '0 ' || p.currency, sum(p.minor_units)::text
FROM finance.posting p
GROUP BY p.transaction, p.currency
HAVING sum(p.minor_units) <> 0
UNION ALL
SELECT 'postings of transaction', t.id, t.lines::text, count(p.line)::text
FROM finance.transaction t
LEFT JOIN finance.posting p ON p.transaction = t.id
GROUP BY t.id, t.lines
HAVING count(p.line) <> t.lines
UNION ALL
SELECT 'balance of account', coalesce(b.account, c.account),
       (b.posted, b.pending, b.postings)::text, (c.posted, c.pending, c.postings)::text
FROM finance.balance b
FULL JOIN (SELECT a.id AS account,
                  coalesce(sum(p.minor_units) FILTER (WHERE p.status = 'POSTED'), 0) AS posted,
                  coalesce(sum(p.minor_units) FILTER (WHERE p.status = 'PENDING'), 0) AS pending,
                  count(*) FILTER (WHERE p.status = 'POSTED') AS postings
           FROM finance.account a
           LEFT JOIN finance.posting p ON p.account = a.id
           GROUP BY a.id) c ON c.account = b.account
WHERE (b.posted, b.pending, b.postings) IS DISTINCT FROM (c.posted, c.pending, c.postings)
UNION ALL
SELECT 'total of account by ' || coalesce(t.level, c.level) || ' since ' || coalesce(t.since, c.since), coalesce(t.account, c.account),
       t.minor_units::text, c.minor_units::text
FROM finance.account_total t
FULL JOIN (SELECT p.account, l.level, date_trunc(l.level, p.at AT TIME ZONE 'UTC') AS since, sum(p.minor_units) AS minor_units
           FROM finance.posting p
           CROSS JOIN (VALUES ('YEAR'), ('MONTH'), ('DAY'), ('HOUR')) AS l (level)
           WHERE p.account IS NOT NULL AND p.status = 'POSTED'
           GROUP BY 1, 2, 3) c ON c.account = t.account AND c.level = t.level AND c.since = t.since
WHERE coalesce(t.minor_units, 0) <> coalesce(c.minor_units, 0)
UNION ALL
SELECT 'flow of ' || coalesce(f.day, c.day) || ' in ' || coalesce(f.currency, c.currency), coalesce(f.target, c.target),
       (f.in_units, f.out_units, f.postings)::text, (c.in_units, c.out_units, c.postings)::text
FROM finance.flow f
FULL JOIN (SELECT p.owner, p.day, CASE WHEN p.account IS NULL THEN 'CATEGORY' ELSE 'ACCOUNT' END AS target_kind,
                  coalesce(p.account, p.category) AS target, p.currency,
                  coalesce(sum(p.minor_units) FILTER (WHERE p.minor_units > 0), 0) AS in_units,
                  coalesce(sum(p.minor_units) FILTER (WHERE p.minor_units < 0), 0) AS out_units,
                  count(*) AS postings
           FROM finance.posting p
           WHERE p.status = 'POSTED' AND p.nominal IS NULL
           GROUP BY 1, 2, 3, 4, 5) c
    ON c.owner = f.owner AND c.day = f.day AND c.target_kind = f.target_kind AND c.target = f.target AND c.currency = f.currency
WHERE (f.in_units, f.out_units, f.postings) IS DISTINCT FROM (c.in_units, c.out_units, c.postings)
$$;
