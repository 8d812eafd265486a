-- Transactions that come again: what each says, by which rule, and which occurrence has not been dealt with.
CREATE TABLE finance.schedule (
    id             uuid        PRIMARY KEY,
    owner          uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version        bigint      NOT NULL CHECK (version >= 1),
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_key       text COLLATE "C" NOT NULL,

    posted         boolean     NOT NULL,
    description    text        NOT NULL CHECK (length(description) <= 500),
    payee          uuid,
    notes          text        NOT NULL CHECK (length(notes) <= 5000),
    tags           text[]      NOT NULL CHECK (cardinality(tags) <= 20),

    rule           text        NOT NULL CHECK (length(rule) BETWEEN 1 AND 500),
    start_day      date        NOT NULL,
    until_day      date        CHECK (until_day >= start_day),
    -- The occurrence that is due next, by day and number; none once the schedule has ended.
    next_day       date,
    next_number    integer     CHECK (next_number >= 1),
    paused         boolean     NOT NULL,

    -- Why the transaction of a day was refused; then the schedule waits for its owner.
    failed_day     date,
    failure_code   text        CHECK (length(failure_code) BETWEEN 1 AND 100),
    failure_reason text        CHECK (length(failure_reason) <= 500),
    failed_at      timestamptz,

    created_at     timestamptz NOT NULL,

    CONSTRAINT schedule_of_owner UNIQUE (id, owner),
    CONSTRAINT schedule_next CHECK (num_nulls(next_day, next_number) IN (0, 2)),
    CONSTRAINT schedule_failure CHECK (num_nulls(failed_day, failure_code, failure_reason, failed_at) IN (0, 4)),
    CONSTRAINT schedule_payee FOREIGN KEY (payee, owner) REFERENCES finance.payee (id, owner) ON DELETE SET NULL (payee)
);

CREATE INDEX schedule_by_owner ON finance.schedule (owner, name_key, id);
CREATE INDEX schedule_by_payee ON finance.schedule (payee) WHERE payee IS NOT NULL;
CREATE INDEX schedule_waiting ON finance.schedule (next_day, id) WHERE next_day IS NOT NULL AND NOT paused AND failed_day IS NULL;

CREATE TABLE finance.schedule_posting (
    schedule    uuid     NOT NULL,
    line        smallint NOT NULL CHECK (line BETWEEN 0 AND 99),
    owner       uuid     NOT NULL,
    account     uuid,
    category    uuid,
    nominal     text     CHECK (nominal IN ('OPENING', 'EXCHANGE')),
    currency    text     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    minor_units bigint   NOT NULL CHECK (minor_units <> 0 AND minor_units BETWEEN -999999999999999 AND 999999999999999),
    memo        text     NOT NULL CHECK (length(memo) <= 200),
    PRIMARY KEY (schedule, line),
    CONSTRAINT schedule_posting_target CHECK (num_nonnulls(account, category, nominal) = 1),
    CONSTRAINT schedule_posting_schedule FOREIGN KEY (schedule, owner) REFERENCES finance.schedule (id, owner) ON DELETE CASCADE,
    -- These cascade only when the owner goes, with everything: else the trigger below refuses it.
    CONSTRAINT schedule_posting_account FOREIGN KEY (account, owner, currency)
        REFERENCES finance.account (id, owner, currency) ON DELETE CASCADE,
    CONSTRAINT schedule_posting_category FOREIGN KEY (category, owner) REFERENCES finance.category (id, owner) ON DELETE CASCADE
);

CREATE INDEX schedule_posting_by_account ON finance.schedule_posting (account) WHERE account IS NOT NULL;
CREATE INDEX schedule_posting_by_category ON finance.schedule_posting (category) WHERE category IS NOT NULL;

-- A schedule never loses one of its lines: it would no longer balance.
CREATE FUNCTION finance.keep_schedule_posting() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM finance.schedule s
               WHERE s.id = OLD.schedule AND EXISTS (SELECT FROM identity.account o WHERE o.id = s.owner))
        AND pg_trigger_depth() > 1 THEN
        RAISE EXCEPTION 'a schedule posts to it: DELETE refused'
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'schedule_posting_category', TABLE = 'schedule_posting',
                  SCHEMA = 'finance';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER keep_schedule_posting BEFORE DELETE ON finance.schedule_posting
    FOR EACH ROW EXECUTE FUNCTION finance.keep_schedule_posting();

-- What became of each occurrence, once for all time: what was recorded, or nothing if it was skipped (F3).
CREATE TABLE finance.schedule_occurrence (
    schedule    uuid        NOT NULL REFERENCES finance.schedule (id) ON DELETE CASCADE,
    day         date        NOT NULL,
    transaction uuid        REFERENCES finance.transaction (id) ON DELETE CASCADE,
    settled_at  timestamptz NOT NULL,
    PRIMARY KEY (schedule, day),
    CONSTRAINT occurrence_of_transaction UNIQUE (transaction)
);
