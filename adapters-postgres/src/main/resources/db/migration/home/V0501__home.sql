CREATE SCHEMA home;

-- How users arranged their home page; whoever never did has no row, and version 1.
CREATE TABLE home.layout (
    owner   uuid   PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
    version bigint NOT NULL CHECK (version >= 2),
    -- The names of the widgets in order, and of those among them that are hidden.
    widgets text[] NOT NULL,
    hidden  text[] NOT NULL,
    CONSTRAINT layout_hides_its_own CHECK (hidden <@ widgets)
);
