-- Marks that a look's text carried for machines and no reader sees: C2PA manifests, zero-width watermarks, tags. JSON such as
-- [{"kind":"c2pa-manifest","count":1}]; NULL where there is none, and for what was recorded before they were looked for.
ALTER TABLE capture ADD COLUMN hidden_marks TEXT;
