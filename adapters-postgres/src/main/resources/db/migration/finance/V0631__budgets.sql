-- What an owner means to spend at most on a category and those below it, in each week, month or year. What was spent is in finance.flow.
CREATE TABLE finance.budget (
    id          uuid        PRIMARY KEY,
    owner       uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version     bigint      NOT NULL CHECK (version >= 1),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_key    text COLLATE "C" NOT NULL,
    category    uuid        NOT NULL,
    period      text        NOT NULL CHECK (period IN ('WEEK', 'MONTH', 'YEAR')),
    currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    -- In minor units of the currency.
    most        bigint      NOT NULL CHECK (most BETWEEN 1 AND 999999999999999),
    from_day    date        NOT NULL,
    rolls_over  boolean     NOT NULL,
    archived_at timestamptz,
    created_at  timestamptz NOT NULL,
    -- A category that was never used may be removed, and its budgets with it.
    CONSTRAINT budget_category FOREIGN KEY (category, owner) REFERENCES finance.category (id, owner) ON DELETE CASCADE
);

CREATE INDEX budget_by_owner ON finance.budget (owner, name_key, id);
CREATE INDEX budget_by_category ON finance.budget (category);

-- A threshold is crossed once in a period, whatever happens at once or later (F3).
CREATE TABLE finance.budget_crossing (
    budget       uuid        NOT NULL REFERENCES finance.budget (id) ON DELETE CASCADE,
    period_start date        NOT NULL,
    threshold    smallint    NOT NULL CHECK (threshold IN (80, 100)),
    crossed_at   timestamptz NOT NULL,
    PRIMARY KEY (budget, period_start, threshold)
);
