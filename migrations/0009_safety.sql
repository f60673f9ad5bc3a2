-- What was removed for legal reasons, what is held back from publication, and
-- which versions a repair has set apart.

-- What a removal leaves behind: that something stood here, when and why it went,
-- and a keyed hash by which a backup that still has it is recognised. Nothing of
-- the content. `number` and `chain` let the versions after it be checked as before.
CREATE TABLE tombstone (
    id         INTEGER PRIMARY KEY,
    made       INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('story', 'article', 'version')),
    subject    INTEGER NOT NULL, -- id that the row had
    article_id INTEGER REFERENCES article (id) ON DELETE SET NULL, -- of a version, while its article stands
    number     INTEGER,          -- of a version
    chain      BLOB CHECK (length(chain) = 32), -- of a version
    keyed      BLOB NOT NULL CHECK (length(keyed) = 32), -- HMAC-SHA-256 under `tombstone_key`
    reason     TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX tombstone_article ON tombstone (article_id) WHERE article_id IS NOT NULL;
CREATE TRIGGER tombstone_never_changes
BEFORE UPDATE OF id, made, kind, subject, number, chain, keyed, reason ON tombstone BEGIN
    SELECT RAISE(ABORT, 'a tombstone never changes');
END;
CREATE TRIGGER tombstone_never_goes BEFORE DELETE ON tombstone BEGIN
    SELECT RAISE(ABORT, 'a tombstone never changes');
END;

-- One secret a store, so that nobody who sees a keyed hash alone can try words on it.
CREATE TABLE tombstone_key (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

-- A removal takes the words out of the ledger's lines and leaves their hashes.
DROP TRIGGER ledger_never_changes;
CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
WHEN NEW.state IS NOT NULL OR NEW.number <> OLD.number OR NEW.made IS NOT OLD.made OR NEW.action <> OLD.action
    OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject OR NEW.owner IS NOT OLD.owner
    OR NEW.leaf <> OLD.leaf OR NEW.chain <> OLD.chain
BEGIN
    SELECT RAISE(ABORT, 'the ledger never changes');
END;

-- While a story or an article is held, nothing of it is published.
CREATE TABLE hold (
    id         INTEGER PRIMARY KEY,
    story_id   INTEGER UNIQUE REFERENCES story (id) ON DELETE CASCADE,
    article_id INTEGER UNIQUE REFERENCES article (id) ON DELETE CASCADE,
    made       INTEGER NOT NULL,
    reason     TEXT,
    CHECK ((story_id IS NULL) <> (article_id IS NULL))
) STRICT;

-- Versions whose words cannot be had: they stay in the store, and no question reads them.
CREATE TABLE damaged (
    version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    found      INTEGER NOT NULL,
    fault      TEXT NOT NULL
) STRICT;
