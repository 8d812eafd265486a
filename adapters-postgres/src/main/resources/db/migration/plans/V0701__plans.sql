CREATE SCHEMA plans;

-- What can be subscribed to. A retired plan stays, for its subscribers keep it.
CREATE TABLE plans.plan (
    code         text          PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    version      bigint        NOT NULL CHECK (version >= 1),
    name         text          NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description  text          NOT NULL CHECK (length(description) <= 1000),
    currency     text          NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    minor_units  bigint        NOT NULL CHECK (minor_units BETWEEN 0 AND 999999999999999),
    billing      text          NOT NULL CHECK (billing IN ('MONTH', 'YEAR')),
    trial_days   integer       NOT NULL CHECK (trial_days BETWEEN 0 AND 365),
    -- Names that a release does not know allow nothing and limit nothing.
    entitlements text[]        NOT NULL,
    limits       public.hstore NOT NULL,
    retired      boolean       NOT NULL DEFAULT false,
    CONSTRAINT plan_default CHECK (code <> 'free' OR (minor_units = 0 AND trial_days = 0 AND NOT retired))
);

-- Everybody's who has no subscription, with all there is to have; an administrator may make it narrower.
INSERT INTO plans.plan (code, version, name, description, currency, minor_units, billing, trial_days, entitlements, limits)
VALUES ('free', 1, 'Free', 'What everybody has without a subscription.', 'EUR', 0, 'MONTH', 0,
        '{STATEMENT_IMPORT,RECURRING_TRANSACTIONS}', 'FINANCE_ACCOUNTS=>200, FINANCE_BUDGETS=>200');

CREATE TABLE plans.subscription (
    id            uuid        PRIMARY KEY,
    owner         uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    version       bigint      NOT NULL CHECK (version >= 1),
    started_at    timestamptz NOT NULL,
    -- What the provider of payments knows the means of paying by.
    method        text        NOT NULL CHECK (length(method) BETWEEN 1 AND 255),
    plan          text        NOT NULL REFERENCES plans.plan (code),
    -- The price of the current period, whatever the plan costs by now, and since when it is reckoned with.
    currency      text        NOT NULL,
    minor_units   bigint      NOT NULL CHECK (minor_units >= 0),
    billing       text        NOT NULL CHECK (billing IN ('MONTH', 'YEAR')),
    priced_from   timestamptz NOT NULL,
    -- 0 is the trial; the end of a period is so many months or years after the anchor.
    period_number integer     NOT NULL CHECK (period_number >= 0),
    period_anchor timestamptz NOT NULL,
    period_steps  integer     NOT NULL CHECK (period_steps >= 0),
    period_from   timestamptz NOT NULL,
    period_to     timestamptz NOT NULL,
    next_plan     text        REFERENCES plans.plan (code),
    state         text        NOT NULL CHECK (state IN ('TRIALING', 'ACTIVE', 'PAST_DUE', 'CANCELLED', 'ENDED')),
    -- Since when it is past due, when it was cancelled, when it ended.
    state_since   timestamptz,
    retry_at      timestamptz,
    end_reason    text        CHECK (end_reason IN ('CANCELLED', 'PAYMENT_FAILED')),
    -- When the job has something to do about it.
    due_at        timestamptz GENERATED ALWAYS AS
        (CASE state WHEN 'ENDED' THEN NULL WHEN 'PAST_DUE' THEN retry_at ELSE period_to END) STORED,
    CONSTRAINT subscription_forward CHECK (period_to > period_from),
    CONSTRAINT subscription_since CHECK ((state_since IS NULL) = (state IN ('TRIALING', 'ACTIVE'))),
    CONSTRAINT subscription_retry CHECK ((retry_at IS NOT NULL) = (state = 'PAST_DUE')),
    CONSTRAINT subscription_reason CHECK ((end_reason IS NOT NULL) = (state = 'ENDED'))
);

-- A user has one live subscription at a time (U11): of two begun at once, one fails here.
CREATE UNIQUE INDEX subscription_one_live ON plans.subscription (owner) WHERE state <> 'ENDED';
CREATE INDEX subscription_history ON plans.subscription (owner, started_at DESC, id DESC);
CREATE INDEX subscription_due ON plans.subscription (due_at) WHERE due_at IS NOT NULL;

-- A plan's trial is had once by each user.
CREATE TABLE plans.trial (
    owner      uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    plan       text        NOT NULL REFERENCES plans.plan (code),
    started_at timestamptz NOT NULL,
    PRIMARY KEY (owner, plan)
);

-- What subscriptions cost and gave back; its amounts never change.
CREATE TABLE plans.charge (
    id            uuid        PRIMARY KEY,
    subscription  uuid        NOT NULL REFERENCES plans.subscription (id) ON DELETE CASCADE,
    owner         uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    purpose       text        NOT NULL CHECK (purpose IN ('START', 'RENEWAL', 'CHANGE', 'CANCELLATION')),
    plan          text        NOT NULL REFERENCES plans.plan (code),
    currency      text        NOT NULL,
    minor_units   bigint      NOT NULL CHECK (minor_units >= 0),
    billing       text        NOT NULL CHECK (billing IN ('MONTH', 'YEAR')),
    period_number integer     NOT NULL CHECK (period_number >= 0),
    period_anchor timestamptz NOT NULL,
    period_steps  integer     NOT NULL CHECK (period_steps >= 0),
    period_from   timestamptz NOT NULL,
    period_to     timestamptz NOT NULL,
    at            timestamptz NOT NULL,
    charged       bigint      NOT NULL CHECK (charged >= 0),
    unused        bigint      NOT NULL CHECK (unused >= 0),
    from_credit   bigint      NOT NULL CHECK (from_credit >= 0),
    to_credit     bigint      NOT NULL CHECK (to_credit >= 0),
    due           bigint      NOT NULL CHECK (due >= 0),
    method        text        NOT NULL,
    attempt       integer     NOT NULL CHECK (attempt >= 1),
    tried_at      timestamptz NOT NULL,
    status        text        NOT NULL CHECK (status IN ('PENDING', 'PAID', 'FAILED')),
    settled_at    timestamptz,
    -- The provider's for what is paid, or why it was declined.
    reference     text,
    failure       text,
    CONSTRAINT charge_adds_up CHECK (charged + to_credit = unused + from_credit + due),
    CONSTRAINT charge_settled CHECK ((settled_at IS NULL) = (status = 'PENDING')),
    CONSTRAINT charge_nothing_due CHECK (due > 0 OR status = 'PAID'),
    CONSTRAINT charge_failure CHECK ((failure IS NOT NULL) = (status = 'FAILED'))
);

-- One for each period, however many instances renew and however often a request is repeated.
CREATE UNIQUE INDEX charge_once_per_period ON plans.charge (subscription, period_number)
    WHERE purpose IN ('START', 'RENEWAL');
CREATE UNIQUE INDEX charge_one_pending ON plans.charge (subscription) WHERE status = 'PENDING';
CREATE INDEX charge_pending ON plans.charge (tried_at) WHERE status = 'PENDING';
CREATE INDEX charge_history ON plans.charge (owner, at DESC, id DESC);

CREATE FUNCTION plans.keep_charge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        -- A charge leaves with its owner (U13), and the owner's row is gone by then.
        IF EXISTS (SELECT FROM identity.account WHERE id = OLD.owner) THEN
            RAISE EXCEPTION 'a charge is never deleted' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.status = 'PAID'
        OR (OLD.id, OLD.subscription, OLD.owner, OLD.purpose, OLD.plan, OLD.currency, OLD.minor_units, OLD.at,
            OLD.period_number, OLD.charged, OLD.unused, OLD.from_credit, OLD.to_credit, OLD.due)
        IS DISTINCT FROM
           (NEW.id, NEW.subscription, NEW.owner, NEW.purpose, NEW.plan, NEW.currency, NEW.minor_units, NEW.at,
            NEW.period_number, NEW.charged, NEW.unused, NEW.from_credit, NEW.to_credit, NEW.due) THEN
        RAISE EXCEPTION 'the amounts of a charge, and what is paid, never change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keep_charge BEFORE UPDATE OR DELETE ON plans.charge FOR EACH ROW EXECUTE FUNCTION plans.keep_charge();

-- What the provider of payments for development was asked; no money moves.
CREATE TABLE plans.development_payment (
    key         text        PRIMARY KEY,
    owner       uuid        NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
    currency    text        NOT NULL,
    minor_units bigint      NOT NULL CHECK (minor_units > 0),
    what        text        NOT NULL,
    accepted    boolean     NOT NULL
);

CREATE INDEX development_payment_owner ON plans.development_payment (owner);
