-- Captures say who set their time, and a ledger holds a hash of everything that
-- was recorded, so that what is altered in the file shows.

-- `captured` used to be taken from the page where the reader gave none. Since
-- this migration it is the moment of recording unless somebody set another, and
-- `captured_by` says who: the program's clock, the reader, the time of the file,
-- its name, or the page. Looks of before are marked `unknown`: their time may be
-- the page's own word, and `recorded` (the program's clock when the row was
-- written) is not known of them.
ALTER TABLE capture ADD COLUMN captured_by TEXT NOT NULL DEFAULT 'unknown'
    CHECK (captured_by IN ('clock', 'given', 'file', 'name', 'page', 'unknown'));
ALTER TABLE capture ADD COLUMN recorded INTEGER;
-- Where this look was made, and the publisher that the page or the reader named then.
ALTER TABLE capture ADD COLUMN url TEXT;
ALTER TABLE capture ADD COLUMN outlet TEXT;

-- Only the version that a look shows can change (see `capture.version_id` in 0001).
CREATE TRIGGER capture_never_changes
BEFORE UPDATE OF id, article_id, captured, captured_by, recorded, published, modified, origin, origin_name, http,
    original_id, url, outlet ON capture
BEGIN
    SELECT RAISE(ABORT, 'a recorded look never changes');
END;
CREATE TRIGGER original_never_changes BEFORE UPDATE ON original BEGIN
    SELECT RAISE(ABORT, 'a file as received never changes');
END;

-- One line for each row recorded and for each lawful change of a story, an
-- article or an edit by hand; never changed, never deleted. src/store/ledger.rs
-- says what is hashed. `check` replays it: the last line of a row must fit the
-- row as it stands.
CREATE TABLE ledger (
    number  INTEGER PRIMARY KEY CHECK (number > 0), -- without gaps
    made    INTEGER,          -- milliseconds of UTC since 1970; NULL where an older store was taken over
    action  TEXT NOT NULL CHECK (action IN ('new', 'now', 'gone')),
    kind    TEXT NOT NULL,    -- the table
    subject INTEGER NOT NULL, -- id of the row
    owner   INTEGER,          -- the article of a version or look, the story of an edit: gone with it
    state   TEXT,             -- the row as JSON, where it may lawfully change
    leaf    BLOB NOT NULL CHECK (length(leaf) = 32),  -- SHA-256 of the row
    chain   BLOB NOT NULL CHECK (length(chain) = 32)  -- SHA-256 over the chain before and this line
) STRICT;

CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger BEGIN
    SELECT RAISE(ABORT, 'the ledger never changes');
END;
CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger BEGIN
    SELECT RAISE(ABORT, 'the ledger never changes');
END;
