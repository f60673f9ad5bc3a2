-- Whether words that are recorded were removed before is asked for every look.
CREATE INDEX tombstone_keyed ON tombstone (keyed);
-- When a page of a server can be read again, the others that failed in the same words are looked at as well: but not those
-- that failed by themselves, such as a page that is not there, and none that its server wants to be asked for later.
ALTER TABLE plan ADD COLUMN is_of_server INTEGER NOT NULL DEFAULT 0 CHECK (is_of_server IN (0, 1));
-- The latest articles of a site are looked through again and again: by its host, in order of recording.
CREATE INDEX address_site ON address (substr(key, 1, instr(key, '/')), article_id);
