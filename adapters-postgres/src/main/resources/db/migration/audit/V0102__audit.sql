CREATE SCHEMA audit;

-- The ends of the chains. A subject's entries are all in one chain; sixteen chains let unrelated writers pass each other.
CREATE TABLE audit.chain (
    chain    integer PRIMARY KEY CHECK (chain BETWEEN 0 AND 15),
    position bigint  NOT NULL,
    hash     bytea   NOT NULL
);

INSERT INTO audit.chain (chain, position, hash)
SELECT chain, 0, sha256(convert_to('mainstay audit chain ' || chain, 'UTF8'))
FROM generate_series(0, 15) AS chain;

CREATE TABLE audit.entry (
    chain        integer     NOT NULL REFERENCES audit.chain (chain),
    position     bigint      NOT NULL,
    at           timestamptz NOT NULL,
    actor        uuid,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject      uuid        NOT NULL,
    before       jsonb       NOT NULL,
    after        jsonb       NOT NULL,
    hash         bytea       NOT NULL,
    PRIMARY KEY (chain, position)
);

CREATE INDEX entry_subject ON audit.entry (subject, at DESC);

-- hash = SHA-256 of the previous hash and of the entry's canonical text: every value in order, length first.
CREATE FUNCTION audit.hash_of(previous bytea, e audit.entry) RETURNS bytea
    LANGUAGE sql IMMUTABLE AS
$$
SELECT sha256(previous || convert_to(string_agg(
        CASE WHEN v.value IS NULL THEN '-' ELSE length(v.value) || ':' || v.value END, '|' ORDER BY v.ordinal), 'UTF8'))
FROM unnest(ARRAY [
    e.chain::text, e.position::text, (extract(EPOCH FROM e.at) * 1000000)::bigint::text,
    e.actor::text, e.action, e.subject_type, e.subject::text, e.before::text, e.after::text
]) WITH ORDINALITY AS v (value, ordinal)
$$;

CREATE FUNCTION audit.chain_entry() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    last audit.chain;
BEGIN
    NEW.chain := get_byte(sha256(uuid_send(NEW.subject)), 0) % 16;
    SELECT * INTO STRICT last FROM audit.chain WHERE chain = NEW.chain FOR UPDATE;
    NEW.position := last.position + 1;
    NEW.hash := audit.hash_of(last.hash, NEW);
    UPDATE audit.chain SET position = NEW.position, hash = NEW.hash WHERE chain = NEW.chain;
    RETURN NEW;
END
$$;

CREATE TRIGGER chain_entry BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.chain_entry();

CREATE FUNCTION audit.refuse() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
