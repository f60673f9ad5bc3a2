-- A page that its server calls gone for good (410) is asked for once more, and then no longer.
ALTER TABLE plan ADD COLUMN gone INTEGER;  -- the first of the 410 answers in a row
ALTER TABLE plan ADD COLUMN ended INTEGER; -- since when it is no longer looked at
