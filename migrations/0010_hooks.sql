-- Who is told of changes. The target may be a command, so a hook that another archive
-- exported rests until the reader says `hook resume`. Secrets do not stand here: the
-- target names a variable of the environment or a file.
CREATE TABLE hook (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE CHECK (name <> ''),
    target  TEXT NOT NULL,                    -- JSON
    filter  TEXT NOT NULL,                    -- JSON
    link    TEXT,                             -- address below which the pages of the archive lie
    paused  INTEGER NOT NULL CHECK (paused IN (0, 1)),
    created INTEGER NOT NULL,
    seen    INTEGER NOT NULL                  -- versions up to this id have been looked through
) STRICT;

-- What a hook is to tell, or has told: the change that a version brought, once. The words
-- are not copied here; they are read from the versions when they are told.
CREATE TABLE hook_delivery (
    id         INTEGER PRIMARY KEY,
    hook_id    INTEGER NOT NULL REFERENCES hook (id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    made       INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'told', 'withheld', 'given-up')),
    tries      INTEGER NOT NULL,
    next_at    INTEGER NOT NULL,              -- next try; a process that takes it moves this ahead as its lease
    told       INTEGER,
    error      TEXT,                          -- what the last try said
    UNIQUE (hook_id, version_id)
) STRICT;
CREATE INDEX hook_delivery_due ON hook_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX hook_delivery_version ON hook_delivery (version_id);
