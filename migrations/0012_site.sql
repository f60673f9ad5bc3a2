-- How the pages of a site are read where the general rules fail: CSS selectors that the
-- reader gave. They decide how pages are read from then on; versions stay as they are.
CREATE TABLE site (
    host      TEXT PRIMARY KEY CHECK (host <> ''), -- without `www.`; hosts below it are meant too
    selectors TEXT NOT NULL,                       -- JSON
    created   INTEGER NOT NULL
) STRICT;
