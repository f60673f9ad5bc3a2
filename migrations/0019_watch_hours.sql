-- At which hours a watch looks at its pages, and with which others it is paused and resumed.
ALTER TABLE watch ADD COLUMN hours TEXT CHECK (hours <> '');             -- "06:00-23:00 Europe/London"; NULL: at all hours
ALTER TABLE watch ADD COLUMN watch_group TEXT CHECK (watch_group <> ''); -- NULL: of no group
