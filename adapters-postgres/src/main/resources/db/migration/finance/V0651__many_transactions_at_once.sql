-- What large statements of banks need: 20,000 transactions in one.

-- Of two indexes that seem to cost the same, PostgreSQL takes the younger. While it thinks that owners have few transactions, a look-up
-- by id and owner (of every foreign key to here) seems to cost the same by transaction_by_owner, and walks through all that an owner
-- has. So the key is younger now.
ALTER TABLE finance.transaction DROP CONSTRAINT transaction_of_owner CASCADE;
ALTER TABLE finance.transaction
    ADD CONSTRAINT transaction_of_owner UNIQUE (id, owner),
    ADD CONSTRAINT transaction_reverses FOREIGN KEY (reverses, owner) REFERENCES finance.transaction (id, owner);
ALTER TABLE finance.annotation
    ADD CONSTRAINT annotation_transaction FOREIGN KEY (transaction, owner) REFERENCES finance.transaction (id, owner) ON DELETE CASCADE;
ALTER TABLE finance.attachment
    ADD CONSTRAINT attachment_transaction FOREIGN KEY (transaction, owner) REFERENCES finance.transaction (id, owner) ON DELETE CASCADE;
ALTER TABLE finance.statement_row
    ADD CONSTRAINT statement_row_transaction FOREIGN KEY (transaction, owner)
        REFERENCES finance.transaction (id, owner) ON DELETE CASCADE;

-- What is booked is checked at the commit as before, but all at once and not once for each row.

-- Which transactions each statement has touched. A row is gone with the check at the commit of what wrote it, so nobody else ever sees
-- one, and none need outlive a crash.
CREATE UNLOGGED TABLE finance.unchecked (
    written_by   xid8   NOT NULL,
    transactions uuid[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE INDEX unchecked_by_writer ON finance.unchecked (written_by);

CREATE TRIGGER refuse_direct BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON finance.unchecked
    FOR EACH STATEMENT EXECUTE FUNCTION finance.refuse_direct();

DROP TRIGGER check_transaction ON finance.transaction;
DROP TRIGGER check_posting ON finance.posting;
DROP FUNCTION finance.check_transaction();
DROP FUNCTION finance.check_posting();
DROP FUNCTION finance.require_balance(uuid);

CREATE FUNCTION finance.check_transactions_later() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO finance.unchecked (written_by, transactions)
    SELECT pg_current_xact_id(), array_agg(t.id) FROM touched t HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE FUNCTION finance.check_postings_later() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO finance.unchecked (written_by, transactions)
    SELECT pg_current_xact_id(), array_agg(DISTINCT t.transaction) FROM touched t HAVING count(*) > 0;
    RETURN NULL;
END
$$;

CREATE TRIGGER check_added AFTER INSERT ON finance.transaction
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION finance.check_transactions_later();
CREATE TRIGGER check_changed AFTER UPDATE ON finance.transaction
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION finance.check_transactions_later();
CREATE TRIGGER check_added AFTER INSERT ON finance.posting
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION finance.check_postings_later();
CREATE TRIGGER check_changed AFTER UPDATE ON finance.posting
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION finance.check_postings_later();
CREATE TRIGGER check_left AFTER UPDATE ON finance.posting
    REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION finance.check_postings_later();
CREATE TRIGGER check_removed AFTER DELETE ON finance.posting
    REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION finance.check_postings_later();

-- Transactions have the postings they say they have, these sum to zero in each currency, and a reversal mirrors what it takes back.
-- Without sequential scans: a plan that was made while the tables were small serves when they are large, too.
CREATE FUNCTION finance.require_balances(checked uuid[]) RETURNS void
    LANGUAGE plpgsql SET enable_seqscan = off AS
$$
DECLARE
    wrong record;
BEGIN
    SELECT t.id, t.lines, coalesce(s.postings, 0) AS postings, s.uneven INTO wrong
    FROM unnest(checked) u (id)
    JOIN finance.transaction t ON t.id = u.id
    CROSS JOIN LATERAL (
        SELECT sum(c.postings) AS postings, min(c.currency) FILTER (WHERE c.units <> 0) AS uneven
        FROM (SELECT p.currency, count(*) AS postings, sum(p.minor_units) AS units
              FROM finance.posting p
              WHERE p.transaction = u.id
              GROUP BY p.currency) c) s
    WHERE s.postings IS DISTINCT FROM t.lines OR s.uneven IS NOT NULL
    LIMIT 1;
    IF wrong.postings <> wrong.lines THEN
        RAISE EXCEPTION 'transaction % has % postings and not %', wrong.id, wrong.postings, wrong.lines
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_lines', TABLE = 'transaction', SCHEMA = 'finance';
    END IF;
    IF wrong.uneven IS NOT NULL THEN
        RAISE EXCEPTION 'the postings of transaction % do not sum to zero in %', wrong.id, wrong.uneven
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_balances', TABLE = 'transaction', SCHEMA = 'finance';
    END IF;
    SELECT t.id, t.reverses INTO wrong
    FROM unnest(checked) u (id)
    JOIN finance.transaction t ON t.id = u.id
    WHERE t.reverses IS NOT NULL AND EXISTS (
        (SELECT p.line, p.account, p.category, p.nominal, p.currency, p.minor_units
         FROM finance.posting p
         WHERE p.transaction = t.id)
        EXCEPT
        (SELECT p.line, p.account, p.category, p.nominal, p.currency, -p.minor_units
         FROM finance.posting p
         WHERE p.transaction = t.reverses AND p.status = 'POSTED'))
    LIMIT 1;
    IF wrong.id IS NOT NULL THEN
        RAISE EXCEPTION 'transaction % does not mirror %, which it reverses', wrong.id, wrong.reverses
            USING ERRCODE = 'check_violation', CONSTRAINT = 'transaction_mirrors', TABLE = 'transaction', SCHEMA = 'finance';
    END IF;
END
$$;

-- Of several rows the first one's turn checks all, and those after find nothing.
CREATE FUNCTION finance.check_books() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    touched uuid[];
BEGIN
    WITH mine AS (DELETE FROM finance.unchecked WHERE written_by = pg_current_xact_id() RETURNING transactions)
    SELECT array_agg(DISTINCT t.id) INTO touched FROM mine CROSS JOIN unnest(mine.transactions) t (id);
    IF touched IS NOT NULL THEN
        PERFORM finance.require_balances(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER check_books AFTER INSERT ON finance.unchecked
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION finance.check_books();
